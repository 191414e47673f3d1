"""The formats that a report can have, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kb_builder.report.azure import azure_report
from kb_builder.report.github import github_report
from kb_builder.report.gitlab import gitlab_report
from kb_builder.report.json_report import json_report
from kb_builder.report.junit import junit_report
from kb_builder.report.markdown import markdown_report
from kb_builder.report.report import Report
from kb_builder.report.sarif import sarif_report

Format = Callable[[Report], str]

FORMATS: Mapping[str, Format] = {
    "json": json_report,
    "sarif": sarif_report,
    "junit": junit_report,
    "github": github_report,
    "gitlab": gitlab_report,
    "azure": azure_report,
    "markdown": markdown_report,
}
"""All but `text`, which is for people."""

FOR_A_LOG = frozenset(["text", "github", "azure"])
"""Formats made of lines among which others may stand; the rest are documents."""
