from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.report import Report
from kb_builder.report.sarif import sarif_report
from tests.report.made import EMPTY, ERROR, HINT, RULES, WARNING, report

SCHEMA = json.loads((Path(__file__).with_name("schemas") / "sarif-schema-2.1.0.json").read_text())
VALIDATOR = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def run_of(made: Report) -> dict[str, Any]:
    (run,) = json.loads(sarif_report(made))["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("made", [report(), EMPTY, Report()])
def test_a_report_keeps_to_the_published_schema(made: Report) -> None:
    VALIDATOR.validate(json.loads(sarif_report(made)))


def test_the_schema_refuses_what_is_no_report() -> None:
    log = json.loads(sarif_report(report()))
    log["runs"][0]["results"][0]["level"] = "hint"
    assert not VALIDATOR.is_valid(log)


def test_a_result_names_its_place_by_a_relative_uri() -> None:
    result = run_of(report())["results"][0]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/cases/mail/CASE%201%3B%C3%A9%2C%25%5Bx%5D.md"},
                "region": {"startLine": 9, "startColumn": 11, "endLine": 9, "endColumn": 20},
            }
        }
    ]
    assert result["message"]["text"] == "no topic `a|b <i>`: 100 %\nhelp: choose `y`, or z"


def test_an_absolute_path_is_a_uri_of_its_own() -> None:
    found = Diagnostic("r", "error", Span.whole_line("/home/me/a b.md", 1), "m")
    place = run_of(report(found))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///home/me/a%20b.md"


def test_a_hint_is_a_note() -> None:
    levels = [result["level"] for result in run_of(report())["results"]]
    assert levels == ["error", "warning", "note"]


def test_a_rule_has_its_reason_its_page_and_its_number_in_the_results() -> None:
    run = run_of(report())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert rules[0] == {
        "id": "unknown-topic",
        "shortDescription": {"text": "A thing that is wrong."},
        "fullDescription": {"text": "It is bad."},
        "help": {"text": "It is bad.", "markdown": "**A thing that is wrong.** It is bad."},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["form"]},
        "helpUri": "https://kb.example.com/rules/unknown-topic/",
    }
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1, 2]


def test_edits_are_one_fix_and_an_insertion_deletes_nothing() -> None:
    (fix,) = run_of(report(ERROR))["results"][0]["fixes"]
    replacements = fix["artifactChanges"][0]["replacements"]
    assert [one["insertedContent"]["text"] for one in replacements] == ["y", "z\n"]
    inserted = replacements[1]["deletedRegion"]
    assert (inserted["startLine"], inserted["startColumn"]) == (12, 1)
    assert (inserted["endLine"], inserted["endColumn"]) == (12, 1)
    assert "fixes" not in run_of(report(WARNING))["results"][0]


def fingerprints(*found: Diagnostic) -> list[str]:
    lines = {5: "the line", 9: "the line", 12: "another"}
    made = Report(found, line_of=lambda path, line: lines.get(line, ""))
    return [r["partialFingerprints"]["kbFinding/v1"] for r in run_of(made)["results"]]


def at(line: int, message: str = "m") -> Diagnostic:
    return Diagnostic("r", "error", Span("a.md", line, 1, line, 2), message)


def test_a_fingerprint_stays_when_the_line_moves_and_changes_with_its_text() -> None:
    assert fingerprints(at(5)) == fingerprints(at(9))
    assert fingerprints(at(5)) != fingerprints(at(12))


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    first, second = fingerprints(at(5), at(9))
    assert first != second
    assert fingerprints(at(5)) == [first]


def test_every_finding_has_a_fingerprint() -> None:
    assert len(set(report(ERROR, WARNING, HINT).fingerprints())) == 3
