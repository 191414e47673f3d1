"""What the tests of `kb check` make bad, and how."""

from __future__ import annotations

import json
from pathlib import Path

from kb_builder.check import all_rules
from kb_builder.check.examples import example_text
from kb_builder.check.rule import Example
from tests.cli.conftest import MKDOCS, Ended

BAD = Example(fields="severity: A")
FOUND = "content/cases/CASE-000417.md:2:11: error[severity-a-at-closure] "
HELP = "help: lower the case to `B` in Service Desk, save it, and write `severity: B`"
PATH = "content/cases/CASE-000417.md"

RULES = {
    "broken-taxonomy",
    "one-sided-relation",
    "secret",
    "severity-a-at-closure",
    "state-not-closed",
    "unknown-related",
    "unused-picture",
}
"""Those that are on here, so that what the others find does not matter."""


def settings(severities: dict[str, str]) -> None:
    off = {rule.name: "off" for rule in all_rules() if rule.name not in RULES}
    rules = json.dumps({**off, **severities})
    text = MKDOCS.replace("  - kb_builder\n", f"  - kb_builder:\n      rules: {rules}\n")
    Path("mkdocs.yml").write_text(f"docs_dir: content\n{text}")


def write_case(name: str, fields: str = "") -> Path:
    """A case of its own in a file of that name."""
    file = Path(f"content/cases/{name}.md")
    file.write_text(str(example_text(Example(fields))).replace("id: CASE-000417", f"id: {name}"))
    return file


LEFT_OUT = "not judged without all records: "


def without_note(ended: Ended) -> Ended:
    """The same without the line that names the rules that were not run."""
    note, rest = ended.err.split("\n", 1)
    assert note.startswith(LEFT_OUT) and "unused-picture" in note
    return Ended(ended.code, ended.out, rest)
