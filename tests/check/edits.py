"""Edits and findings of one letter each."""

from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.span import Span


def edit(
    line: int, column: int, end_line: int, end_column: int, text: str, path: str = "a"
) -> Edit:
    return Edit(Span(path, line, column, end_line, end_column), text)


def finding(*edits: Edit, rule: str = "x") -> Diagnostic:
    return Diagnostic(rule, "hint", Span.whole_line("a", 1), "", edits=edits)
