"""Texts of a record exactly as they stand in its file, so that they can be edited there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb_builder.model.diagnostic import Edit
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath, SourceFile
from kb_builder.model.span import Span

_PLAIN = re.compile(r"[^\W\d_](?:[\w >&/()+.-]*[\w)])?")
"""What YAML takes for a text as it is, even between brackets."""
_NO_TEXT = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


@dataclass(frozen=True, slots=True)
class Written:
    """A Markdown text that stands in the file line by line: a block after `|`, or the body."""

    field: str
    text: str
    path: str
    first: int
    """The line of the file on which it starts."""
    indent: int

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def span(self, line: int, start: int, end: int) -> Span:
        """The stretch of line `line`, which counts from 0 as `start` and `end` do."""
        place, shift = self.first + line, self.indent + 1
        return Span(self.path, place, start + shift, place, end + shift)


def written_texts(record: Record) -> Iterator[Written]:
    """The Markdown texts of the record that stand in its file line by line."""
    source = record.file
    for field in MARKDOWN_FIELDS:
        found = _block(source, field, record.markdown()[field])
        if found:
            yield found
    if record.body:
        yield Written("body", record.body, source.path, source.body_line, 0)


def _block(source: SourceFile, field: str, text: str) -> Written | None:
    span = source.value_spans.get((field,))
    if not text or span is None or source.lines[span.line - 1][span.column - 1 :][:1] != "|":
        return None
    lines = text.removesuffix("\n").split("\n")
    there = source.lines[span.line : span.line + len(lines)]
    if len(there) < len(lines):
        return None
    indent = next(
        (len(file) - len(line) for file, line in zip(there, lines, strict=True) if line.strip()), 0
    )
    for file, line in zip(there, lines, strict=True):
        # A blank line may be shorter than the others are indented.
        if file != " " * indent + line and (line or file.strip(" ")):
            return None
    return Written(field, text, source.path, span.line + 1, indent)


def replaced(source: SourceFile, key: KeyPath, text: str) -> tuple[Edit, ...]:
    """The edit that puts a text of one line in the place of a value, in the quotes that it has.

    None where the value does not stand on one line.
    """
    span = source.value_spans.get(key)
    if span is None or span.line != span.end_line or "\n" in text:
        return ()
    old = source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
    if old[:1] == '"':
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return (Edit(span, f'"{escaped}"'),)
    if old[:1] != "'" and _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return (Edit(span, text),)
    doubled = text.replace("'", "''")
    return (Edit(span, f"'{doubled}'"),)
