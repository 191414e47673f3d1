"""What pre-commit and editors are given fits what `kb` takes and prints."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb_builder.check import all_rules
from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from kb_builder.cli.main import run
from kb_builder.report.text import lines
from tests.cli.conftest import Kb
from tests.conftest import PROJECT
from tests.report.made import ERROR, HINT, WARNING

HOOKS: list[dict[str, Any]] = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text())
_DOCUMENTED = {
    "id": str,
    "name": str,
    "entry": str,
    "language": str,
    "files": str,
    "types": list,
    "require_serial": bool,
    "description": str,
}
"""Those that we use of https://pre-commit.com/#creating-new-hooks."""


def test_the_hooks_have_the_documented_keys() -> None:
    assert [hook["id"] for hook in HOOKS] == ["kb-check", "kb-fix"]
    for hook in HOOKS:
        assert {key: type(value) for key, value in hook.items()} == _DOCUMENTED
        assert (hook["language"], hook["types"]) == ("python", ["file"])


@pytest.mark.parametrize(
    ("file", "is_taken"),
    [
        ("content/cases/mail/CASE-000417.md", True),
        ("cases/CASE-000417.md", True),
        ("content/guide/publish.md", False),
        ("showcases/x.md", False),
        ("content/cases/CASE-000417/picture.png", False),
    ],
)
def test_the_hooks_take_records_only(file: str, is_taken: bool) -> None:
    for hook in HOOKS:
        assert bool(re.search(hook["files"], file)) == is_taken


def test_a_hook_is_run_with_the_names_of_files(kb: Kb) -> None:
    file = write_example(Example("severity: A\nowner: mira.k  "), Path("content"))
    entries = {hook["id"]: hook["entry"].split() for hook in HOOKS}
    assert all(entry[0] == "kb" for entry in entries.values())
    ended = kb(*entries["kb-check"][1:], str(file))
    assert ended.code == 1
    assert "error[severity-a-at-closure]" in ended.out
    assert kb(*entries["kb-fix"][1:], str(file)).code == 0
    assert "owner: mira.k\n" in file.read_text()


def test_a_hook_passes_a_clean_record(kb: Kb) -> None:
    assert run(["check", "content/cases/CASE-000417.md"]) == 0


MATCHER = json.loads((PROJECT / "editors/vscode/tasks.json").read_text())["tasks"][0][
    "problemMatcher"
]


def matched(line: str) -> dict[str, str]:
    pattern = MATCHER["pattern"]
    match = re.match(pattern["regexp"], line)
    groups = {name: at for name, at in pattern.items() if name != "regexp"}
    return {name: match[at] for name, at in groups.items()} if match else {}


def test_the_editor_finds_each_finding_in_the_text() -> None:
    found = [matched(line) for line in lines([ERROR, WARNING, HINT])]
    assert [bool(groups) for groups in found] == [True, False, True, True]
    assert found[0] == {
        "file": ERROR.span.path,
        "line": "9",
        "column": "11",
        "severity": "error",
        "code": "unknown-topic",
        "message": "no topic `a|b <i>`: 100 %",
    }
    assert [groups.get("severity") for groups in found] == ["error", None, "warning", "hint"]


def test_the_editor_finds_what_the_command_prints(kb: Kb) -> None:
    file = write_example(Example("severity: A"), Path("content"))
    task = json.loads((PROJECT / "editors/vscode/tasks.json").read_text())["tasks"][0]
    told = kb(*task["command"].split()[1:]).out.split("\n")
    found = [groups for groups in map(matched, told) if groups]
    assert {"file": str(file), "line": "2", "column": "11"}.items() <= {
        key: value
        for groups in found
        if groups["code"] == "severity-a-at-closure"
        for key, value in groups.items()
    }.items()


def test_every_rule_has_a_name_that_the_editor_can_read() -> None:
    for rule in all_rules():
        assert matched(f"a.md:1:2: {rule.severity}[{rule.name}] x")["code"] == rule.name
