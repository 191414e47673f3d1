"""Findings as SARIF 2.1.0, which code scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from kb_builder.model.diagnostic import Diagnostic, Severity
from kb_builder.model.span import Span
from kb_builder.report.report import Report, RuleText

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}


def sarif_report(report: Report) -> str:
    numbers = {name: number for number, name in enumerate(report.rules)}
    results = [
        _result(found, numbers.get(found.rule), fingerprint)
        for found, fingerprint in zip(report.findings, report.fingerprints(), strict=True)
    ]
    driver: dict[str, Any] = {
        "name": "kb_builder",
        "rules": list(map(_rule, report.rules.values())),
    }
    if report.version:
        driver["version"] = report.version
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: RuleText) -> dict[str, Any]:
    described = {
        "id": rule.name,
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.reason},
        "help": {"text": rule.reason, "markdown": f"**{rule.summary}.** {rule.reason}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.theme]},
    }
    return {**described, "helpUri": rule.url} if rule.url else described


def _result(found: Diagnostic, number: int | None, fingerprint: str) -> dict[str, Any]:
    text = f"{found.message}\nhelp: {found.help}" if found.help else found.message
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(found.span.path)},
                    "region": _region(found.span),
                }
            }
        ],
        "partialFingerprints": {"kbFinding/v1": fingerprint},
    }
    if number is not None:
        result["ruleIndex"] = number
    if found.edits:
        result["fixes"] = [_fix(found)]
    return result


def _fix(found: Diagnostic) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in found.edits:
        replacement = {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": edit.text},
        }
        changes.setdefault(_uri(edit.span.path), []).append(replacement)
    fix: dict[str, Any] = {
        "artifactChanges": [
            {"artifactLocation": {"uri": uri}, "replacements": replacements}
            for uri, replacements in changes.items()
        ]
    }
    return {"description": {"text": found.help}, **fix} if found.help else fix


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(path: str) -> str:
    """The path as a URI, relative where the path is: to where the repository starts, as a rule."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
