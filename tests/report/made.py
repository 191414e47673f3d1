"""Reports for the tests of the formats."""

from __future__ import annotations

import dataclasses
from datetime import date

from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.span import Span
from kb_builder.report.report import Report, RuleText

PATH = "content/cases/mail/CASE 1;é,%[x].md"
"""A path that each format has to escape somewhere."""

ERROR = Diagnostic(
    "unknown-topic",
    "error",
    Span(PATH, 9, 11, 9, 20),
    "no topic `a|b <i>`: 100 %",
    "choose `y`, or z",
    (Edit(Span(PATH, 9, 11, 9, 20), "y"), Edit(Span(PATH, 12, 1, 12, 1), "z\n")),
)
WARNING = Diagnostic("too-long", "warning", Span("content/B.md", 1, 3, 4, 1), "too long\nand\rwide")
HINT = Diagnostic("due-soon", "hint", Span.whole_line("content/B.md", 2, 5), "due in 3 days")

RULES = {
    found.rule: RuleText(found.rule, "form", found.severity, "A thing that is wrong", "It is bad.")
    for found in (ERROR, WARNING, HINT)
}
RULES[ERROR.rule] = dataclasses.replace(
    RULES[ERROR.rule], url="https://kb.example.com/rules/unknown-topic/"
)


def report(*findings: Diagnostic, paths: tuple[str, ...] = ()) -> Report:
    found = findings or (ERROR, WARNING, HINT)
    paths = paths or (PATH, "content/B.md", "content/Clean.md")
    return Report(
        found, paths, RULES, lambda path, line: f"{path} {line}", date(2026, 3, 31), "1.0"
    )


EMPTY = Report(paths=("content/Clean.md",), rules=RULES)
