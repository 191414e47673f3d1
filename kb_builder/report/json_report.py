"""Findings as JSON for programs."""

from __future__ import annotations

import json
from typing import Any

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.report import Report


def json_report(report: Report) -> str:
    """A list of objects, in the order given; lines and columns count from 1, the end is exclusive."""
    return json.dumps(
        [_as_object(found) for found in report.findings], ensure_ascii=False, indent=2
    )


def _as_object(found: Diagnostic) -> dict[str, Any]:
    return {
        "path": found.span.path,
        **_place(found.span),
        "severity": found.severity,
        "rule": found.rule,
        "message": found.message,
        "help": found.help,
        "fixable": bool(found.edits),
        "edits": [
            {"path": edit.span.path, **_place(edit.span), "text": edit.text} for edit in found.edits
        ],
    }


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
