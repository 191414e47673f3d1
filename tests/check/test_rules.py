"""Every rule's examples, run: what its page prints is what `kb check` does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_builder.check import Example, Rule, all_rules, check
from kb_builder.check.examples import write_example
from kb_builder.load import load_content
from kb_builder.model.settings import parse_settings
from tests.check.conftest import TODAY

RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)

Diagnose = Callable[[Example], str]


@RULES
def test_the_bad_example_gives_the_diagnostics_on_its_page_and_no_others(
    rule: Rule, diagnose: Diagnose
) -> None:
    assert diagnose(rule.bad) == rule.expected


@RULES
def test_the_good_example_gives_no_diagnostic(rule: Rule, diagnose: Diagnose) -> None:
    assert diagnose(rule.good) == ""


@RULES
def test_a_rule_is_named_for_its_file_and_says_what_it_finds_and_why(rule: Rule) -> None:
    checks = [rule.check_source, rule.check_record, rule.check_content, rule.check_unused]
    assert sum(check is not None for check in checks) == 1
    assert f"[{rule.name}]" in rule.expected
    assert rule.summary[0].isupper() and not rule.summary.endswith(".")
    assert len(rule.reason.split()) >= 12


@RULES
def test_a_message_starts_in_lower_case_and_has_no_full_stop(rule: Rule) -> None:
    for line in rule.expected.split("\n"):
        text = line.removeprefix("  help: ").split("] ", 1)[-1]
        assert not text[0].isupper() or text.startswith("YAML"), text
        assert not text.endswith("."), text


def test_the_procedures_three_attempts_are_asked_for_unless_set_otherwise(
    diagnose: Diagnose,
) -> None:
    confirmation = "confirmation:\n  by: idle\n  on: 2026-03-05"
    assert diagnose(Example(confirmation)) == (
        "CASE-000417.md:3:7: error[idle-without-attempts] "
        "the case is closed as idle after 0 of at least 3 attempts\n"
        "  help: list the day of each attempt under `attempts:`; those of one day count as one"
    )


@pytest.mark.parametrize("kind", ["case", "collaboration", "article"])
def test_a_clean_record_gives_no_diagnostic(kind: str, diagnose: Diagnose) -> None:
    assert diagnose(Example(kind=kind)) == ""


@RULES
def test_a_rule_is_called_fixable_where_its_bad_example_can_be_mended(
    rule: Rule, tmp_path: Path
) -> None:
    write_example(rule.bad, tmp_path)
    content = load_content(tmp_path, parse_settings(rule.bad.settings))
    found = check(dataclasses.replace(content, today=TODAY))
    assert any(one.edits for one in found if one.rule == rule.name) == rule.fixable
