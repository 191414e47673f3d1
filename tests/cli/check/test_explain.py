"""`kb check --explain`."""

from __future__ import annotations

from pathlib import Path

from kb_builder.check import all_rules, rule_named
from kb_builder.cli.explain import explained
from tests.cli.check.cases import FOUND, settings
from tests.cli.conftest import Kb


def test_a_rule_is_explained_with_the_severity_that_it_has_here(kb: Kb) -> None:
    settings({"severity-a-at-closure": "hint"})
    told = kb("check", "--explain", "severity-a-at-closure").out
    rule = rule_named("severity-a-at-closure")
    assert rule is not None
    assert told.startswith(
        "severity-a-at-closure (hint here, error by default) · Closing a case\n"
        "A case that is closed while its severity is still A.\n"
    )
    assert "\nStep of the procedure: content/procedures/case-closure.md#lower-severity\n" in told
    assert "\n    severity: A\n    …\n" in told
    assert f"\n  {FOUND.removeprefix('content/cases/')}" in told
    assert "# kb: ignore[severity-a-at-closure] reason" in told
    assert " ".join(rule.reason.split()) in " ".join(told.split())


def test_a_rule_is_explained_where_there_is_no_site(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    told = kb("check", "--explain", "broken-front-matter")
    assert told.code == 0
    assert told.out.startswith("broken-front-matter (error) · Form of a record\n")


def test_every_rule_can_be_explained_without_a_control_character(kb: Kb) -> None:
    for rule in all_rules():
        for line in explained(rule.name):
            assert line.replace("\x1b[", "").isprintable() or not line, rule.name
            assert len(line) < 400, rule.name
