"""What the rules on privacy say of what was found in a record's file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from kb_builder.check.privacy.found import Found, masked
from kb_builder.check.privacy.scan import scan
from kb_builder.check.rule import Finding
from kb_builder.load.content import CASES
from kb_builder.model.content import Content
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_MOST = 1_000
"""Findings of one rule in one file; what is found beyond that, reports do not know as private."""


def found_in(source: SourceFile, settings: Settings) -> Iterator[tuple[str, Found]]:
    """What is private in the file of a record, in its fields and its body alike."""
    for kind, found in scan(source.text, settings.denied_names, settings.allowed_values):
        yield kind, _after_escape(source, found)


def _after_escape(source: SourceFile, found: Found) -> Found:
    """The same without the letter of an escape such as `\\n` that it seems to start with."""
    before = source.text[max(found.start - 20, 0) : found.start]
    if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
        return found
    at = span_of(source, found.start, found.end)
    is_quoted = any(
        source.lines[span.line - 1].startswith('"', span.column - 1)
        for span in source.value_spans.values()
        if span <= at and (at.line, at.column) < (span.end_line, span.end_column)
    )
    return Found(found.start + 1, found.end, found.value[1:], found.what) if is_quoted else found


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
    starts = _line_starts(source.text)
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    column, end_column = start - starts[first - 1] + 1, end - starts[last - 1] + 1
    return Span(source.path, first, column, last, end_column)


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
