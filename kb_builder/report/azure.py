"""Findings as logging commands of Azure Pipelines, which become issues of the run.

https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.report.report import Report


def azure_report(report: Report) -> str:
    """A command for each finding; a hint is a warning, for there is nothing below that."""
    return "\n".join(map(_command, report.findings))


def _command(found: Diagnostic) -> str:
    properties = {
        "type": "error" if found.severity == "error" else "warning",
        "sourcepath": found.span.path,
        "linenumber": str(found.span.line),
        "columnnumber": str(found.span.column),
        "code": found.rule,
    }
    given = "".join(f"{name}={_property(value)};" for name, value in properties.items())
    text = f"{found.message}; help: {found.help}" if found.help else found.message
    return f"##vso[task.logissue {given}]{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
