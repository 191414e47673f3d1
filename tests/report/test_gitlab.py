from __future__ import annotations

import json

import jsonschema

from kb_builder.report.gitlab import gitlab_report
from tests.report.made import EMPTY, ERROR, PATH, report

DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}
"""https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, as a schema."""


def test_a_report_has_the_documented_form() -> None:
    for made in (report(), EMPTY):
        jsonschema.Draft202012Validator(DOCUMENTED).validate(json.loads(gitlab_report(made)))


def test_an_error_is_major_a_warning_minor_and_a_hint_info() -> None:
    issues = json.loads(gitlab_report(report()))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]


def test_an_issue_tells_what_to_do_and_where() -> None:
    (issue,) = json.loads(gitlab_report(report(ERROR)))
    assert issue["description"] == "no topic `a|b <i>`: 100 %; choose `y`, or z"
    assert issue["check_name"] == "unknown-topic"
    assert issue["location"] == {"path": PATH, "lines": {"begin": 9, "end": 9}}


def test_no_two_issues_have_one_fingerprint() -> None:
    issues = json.loads(gitlab_report(report(ERROR, ERROR)))
    assert len({issue["fingerprint"] for issue in issues}) == 2
