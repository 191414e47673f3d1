from __future__ import annotations

import json

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.json_report import json_report


def test_every_field_of_a_finding_is_there() -> None:
    found = Diagnostic("a-rule", "error", Span("é.md", 9, 11, 10, 20), "message", "help")
    assert json_report([found]) == (
        "[\n"
        "  {\n"
        '    "path": "é.md",\n'
        '    "line": 9,\n'
        '    "column": 11,\n'
        '    "end_line": 10,\n'
        '    "end_column": 20,\n'
        '    "severity": "error",\n'
        '    "rule": "a-rule",\n'
        '    "message": "message",\n'
        '    "help": "help"\n'
        "  }\n"
        "]"
    )


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(json_report([])) == []
