"""Findings as workflow commands of GitHub Actions, which become annotations of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic, Severity
from kb_builder.report.report import Report

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def github_report(report: Report) -> str:
    return "\n".join(map(_command, report.findings))


def _command(found: Diagnostic) -> str:
    span = found.span
    properties = {"file": span.path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        # Columns count within one line only.
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = f"kb {found.rule}"
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{found.message}\nhelp: {found.help}" if found.help else found.message
    return f"::{_COMMANDS[found.severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
