from __future__ import annotations

import json

from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.span import Span
from kb_builder.report.json_report import json_report
from kb_builder.report.report import Report


def test_every_field_of_a_finding_is_there() -> None:
    edit = Edit(Span("é.md", 9, 11, 9, 12), "B\n")
    found = Diagnostic("a-rule", "error", Span("é.md", 9, 11, 10, 20), "message", "help", (edit,))
    assert json_report(Report((found,))) == (
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
        '    "help": "help",\n'
        '    "fixable": true,\n'
        '    "edits": [\n'
        "      {\n"
        '        "path": "é.md",\n'
        '        "line": 9,\n'
        '        "column": 11,\n'
        '        "end_line": 9,\n'
        '        "end_column": 12,\n'
        '        "text": "B\\n"\n'
        "      }\n"
        "    ]\n"
        "  }\n"
        "]"
    )


def test_a_finding_without_edits_is_not_fixable() -> None:
    found = Diagnostic("r", "hint", Span.whole_line("a.md", 1), "m")
    (told,) = json.loads(json_report(Report((found,))))
    assert (told["fixable"], told["edits"]) == (False, [])


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(json_report(Report())) == []
