"""Diagnostics as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kb_builder.model.diagnostic import Diagnostic


def json_report(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects, in the order given; lines and columns count from 1, the end is exclusive."""
    return json.dumps([_as_object(found) for found in diagnostics], ensure_ascii=False, indent=2)


def _as_object(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "severity": found.severity,
        "rule": found.rule,
        "message": found.message,
        "help": found.help,
    }
