"""Findings as Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.report.report import Report
from kb_builder.report.text import by_rule, counted, one_line, summary

MOST_SHOWN = 200
_MOST_CHARACTERS = 55_000
"""Of the rows; a comment may have 65,536 with all that is around them."""

_CODE = re.compile(r"(`[^`]*`)")
_MARKS = re.compile(r"([\\*_~\[\]!|#<>&])")


def markdown_report(report: Report) -> str:
    parts = [f"### kb check: {summary(report.findings)}", ""]
    if not report.findings:
        return "\n".join([*parts, f"{counted(len(report.paths), 'file')} checked.", ""])
    parts += ["| Severity | Place | Finding | Rule |", "| --- | --- | --- | --- |"]
    rows = [_row(found, report) for found in report.findings[:MOST_SHOWN]]
    rows = rows[: bisect_right(list(accumulate(map(len, rows))), _MOST_CHARACTERS)]
    parts += [*rows, ""]
    if len(report.findings) > len(rows):
        parts += [f"… and {len(report.findings) - len(rows):,} more. By rule:", ""]
        parts += ["| Count | Severity | Rule |", "| ---: | --- | --- |"]
        parts += [
            f"| {count:,} | {severity} | {rule} |"
            for severity, rule, count in by_rule(report.findings)
        ]
        parts.append("")
    return "\n".join(parts)


def _row(found: Diagnostic, report: Report) -> str:
    text = _escaped(found.message) + (f"<br>{_escaped(found.help)}" if found.help else "")
    rule = report.rules.get(found.rule)
    name = f"[{found.rule}]({rule.url})" if rule and rule.url else found.rule
    place = _escaped(f"{found.span.path}:{found.span.line}")
    return f"| {found.severity} | {place} | {text} | {name} |"


def _escaped(text: str) -> str:
    """The text without what would be a mark, a mention of somebody, or the end of a cell."""
    parts = _CODE.split(one_line(text))
    return "".join(
        part.replace("|", "\\|") if part.startswith("`") else _plain(part) for part in parts
    )


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text).replace("`", "\\`").replace("@", "@\u200b")
