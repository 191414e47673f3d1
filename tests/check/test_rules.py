"""Every rule's examples, run: what its page prints is what `kb check` does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.check import Example, Rule, all_rules, check
from kb_builder.check.examples import write_example
from kb_builder.load import load_content

RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


def diagnostics(example: Example, folder: Path) -> str:
    content = folder / "content"
    write_example(example, content)
    found = "\n".join(str(diagnostic) for diagnostic in check(load_content(content)))
    return found.replace(f"{content.as_posix()}/cases/", "").replace(f"{content.as_posix()}/", "")


@RULES
def test_the_bad_example_gives_the_diagnostics_on_its_page_and_no_others(
    rule: Rule, tmp_path: Path
) -> None:
    assert diagnostics(rule.bad, tmp_path) == rule.expected


@RULES
def test_the_good_example_gives_no_diagnostic(rule: Rule, tmp_path: Path) -> None:
    assert diagnostics(rule.good, tmp_path) == ""


@RULES
def test_a_rule_is_named_for_its_file_and_says_what_it_finds_and_why(rule: Rule) -> None:
    function = rule.check_source or rule.check_record or rule.check_content
    assert function
    checks = [rule.check_source, rule.check_record, rule.check_content]
    assert sum(check is not None for check in checks) == 1
    assert f"[{rule.name}]" in rule.expected
    assert rule.summary[0].isupper() and not rule.summary.endswith(".")
    assert len(rule.reason.split()) >= 12


@pytest.mark.parametrize("kind", ["case", "collaboration", "article"])
def test_a_clean_record_gives_no_diagnostic(kind: str, tmp_path: Path) -> None:
    assert diagnostics(Example(kind=kind), tmp_path) == ""
