"""Where in a record's file `<user1>` would vanish as an unknown tag, and how to write it there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from kb_builder.check.markdown.prose import CODE, prose
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.source import SourceFile

_BLOCK_OF_HTML = re.compile(r"[\s>]*</?[A-Za-z!]")
_PARAGRAPH = re.compile(r"\n[ \t>]*\n")


class Markup:
    """The Markdown texts of a file, with what of them is code."""

    def __init__(self, source: SourceFile) -> None:
        self.text = source.text
        self.parts = sorted(_parts(source), key=lambda part: part.start)
        self.starts = [part.start for part in self.parts]

    def write(self, placeholder: str, offset: int) -> str:
        """The placeholder as it has to be written at `offset` for a reader to see it."""
        at = bisect_right(self.starts, offset) - 1
        part = self.parts[at] if at >= 0 else None
        if part is None or offset >= part.end or part.is_code(offset):
            return placeholder
        if part.is_html(offset):
            return placeholder.replace("<", "&lt;")
        before = self.text[max(offset - 20, 0) : offset]
        slashes = (len(before) - len(before.rstrip("\\"))) // (2 if part.quoted else 1)
        # A backslash that stands before it must not take the one that is put there.
        escape = "\\\\" if slashes % 2 else "\\"
        return (2 * escape if part.quoted else escape) + placeholder


class _Part:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.quoted = text.startswith('"', start)
        lines = text[start:end].split("\n")
        # The first line of a text in a field stands beside its name, or is the `|` of a block.
        inner = [line for line in lines[1:] if line.strip(" ")]
        self.cut = min((len(line) - len(line.lstrip(" ")) for line in inner), default=0)
        self.raw = [start, *accumulate((len(line) + 1 for line in lines), initial=start)][1:]
        shown = [lines[0], *(line[self.cut :] for line in lines[1:])]
        if re.match(r"[|>][-+0-9]*\s*$", lines[0]):
            shown[0] = ""
        self.shown = "\n".join(shown)
        self.begins = [0, *accumulate(len(line) + 1 for line in shown)]
        self.hidden = prose(self.shown)
        self.blank_lines = [match.end() for match in _PARAGRAPH.finditer(self.shown)]
        self.html_from: dict[int, int] = {}
        """By the start of a paragraph where in it the first tag opens it."""

    def _shown(self, offset: int) -> int:
        line = bisect_right(self.raw, offset) - 1
        column = offset - self.raw[line] - (self.cut if line else 0)
        return min(self.begins[line] + max(column, 0), len(self.shown))

    def is_code(self, offset: int) -> bool:
        return self.hidden.startswith(CODE, self._shown(offset))

    def is_html(self, offset: int) -> bool:
        at = self._shown(offset)
        before = bisect_right(self.blank_lines, at) - 1
        start = self.blank_lines[before] if before >= 0 else 0
        if start not in self.html_from:
            tag = _BLOCK_OF_HTML.match(self.shown, start)
            self.html_from[start] = tag.end() if tag else len(self.shown) + 1
        return self.html_from[start] <= at


def _parts(source: SourceFile) -> Iterator[_Part]:
    text = source.text
    if source.body:
        yield _Part(text, len(text) - len(source.body), len(text))
    starts = [0, *accumulate(len(line) + 1 for line in source.lines)]
    for field in MARKDOWN_FIELDS:
        span = source.value_spans.get((field,))
        if span:
            start = starts[span.line - 1] + span.column - 1
            yield _Part(text, start, starts[span.end_line - 1] + span.end_column - 1)
