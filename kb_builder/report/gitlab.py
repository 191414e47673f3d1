"""Findings as a GitLab code quality report, which a merge request shows.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json

from kb_builder.model.diagnostic import Severity
from kb_builder.report.report import Report

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "hint": "info"}


def gitlab_report(report: Report) -> str:
    issues = [
        {
            "description": f"{found.message}; {found.help}" if found.help else found.message,
            "check_name": found.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[found.severity],
            "location": {
                "path": found.span.path.removeprefix("./"),
                "lines": {"begin": found.span.line, "end": found.span.end_line},
            },
        }
        for found, fingerprint in zip(report.findings, report.fingerprints(), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)
