from __future__ import annotations

import json
from pathlib import Path

from kb_builder.check import THEMES, all_rules
from tests.cli.conftest import MKDOCS, Kb


def test_every_rule_is_listed_below_its_theme(kb: Kb) -> None:
    ended = kb("rules")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.split("\n")
    themes = [title for title in THEMES.values() if title in lines]
    assert [line for line in lines if line in THEMES.values()] == themes
    for rule in all_rules():
        (line,) = [line for line in lines if f" {rule.name} " in line and rule.summary in line]
        assert line.split()[:2] == [rule.severity, rule.name]
        assert (line.split()[2] == "*") == rule.fixable


def test_the_severities_are_those_of_the_site(kb: Kb, site: Path) -> None:
    rules = "  - kb_builder:\n      rules: {bad-id: warning, title-too-long: off}\n"
    (site / "mkdocs.yml").write_text(MKDOCS.replace("  - kb_builder\n", rules))
    (site / "mkdocs.yml").write_text(f"docs_dir: content\n{(site / 'mkdocs.yml').read_text()}")
    listed = {rule["name"]: rule for rule in json.loads(kb("rules", "--json").out)}
    assert (listed["bad-id"]["severity"], listed["bad-id"]["default_severity"]) == (
        "warning",
        "error",
    )
    assert listed["title-too-long"]["severity"] == "off"
    assert "  off     title-too-long " in kb("rules").out


def test_the_list_in_json_has_every_rule_in_order(kb: Kb) -> None:
    listed = json.loads(kb("rules", "--json").out)
    assert [rule["name"] for rule in listed] == [rule.name for rule in all_rules()]
    assert listed[0] == {
        "name": "bad-id",
        "theme": "form",
        "severity": "error",
        "default_severity": "error",
        "fixable": False,
        "summary": "An id that is not written as those of its kind are",
        "step": "case-closure#publish-the-record",
    }


def test_rules_are_listed_where_there_is_no_site(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("rules").code == 0
