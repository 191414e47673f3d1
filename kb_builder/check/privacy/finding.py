"""What the rules on privacy say of what was found in a record's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from kb_builder.check.privacy.found import Found, masked
from kb_builder.check.privacy.scan import scan
from kb_builder.check.rule import Finding
from kb_builder.load.content import CASES
from kb_builder.model.content import Content
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_MOST = 100
"""Findings of one rule in one file."""


def found_in(source: SourceFile, settings: Settings) -> tuple[tuple[str, Found], ...]:
    """What is private in the file of a record, in its fields and its body alike."""
    return scan(source.text, settings.denied_names, settings.allowed_values)


def check_for(kind: str, help: str) -> Callable[[SourceFile, Content], Iterator[Finding]]:
    """The check of the rule `kind`, whose messages never tell a value in full."""

    def check(source: SourceFile, content: Content) -> Iterator[Finding]:
        if source.location.parts[:1] != (CASES,):
            return
        found = (one for of, one in found_in(source, content.settings) if of == kind)
        for one in islice(found, _MOST):
            message = f"{masked(source.text[one.start : one.end])} is {one.what}"
            yield Finding(span_of(source, one.start, one.end), message, help, private=True)

    return check


def span_of(source: SourceFile, start: int, end: int) -> Span:
    """The place of the file's text from `start` to `end`."""
    text = source.text
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    column = start - text.rfind("\n", 0, start)
    end_column = end - text.rfind("\n", 0, end)
    return Span(source.path, first + 1, column, last + 1, end_column)
