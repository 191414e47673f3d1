"""Offsets in a record's texts to places in its file."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from kb_builder.model.record import Record
from kb_builder.model.span import Span


class Places:
    """Finds the spans of stretches of one text of a record: of a field, or of its `body`.

    A text that stands in the file line by line is found at once; for one that YAML has folded or
    unescaped, the file is searched, and the whole value is the answer where that fails.
    """

    def __init__(self, record: Record, field: str, text: str) -> None:
        self.file, self.field, self.text = record.file, field, text
        self.lines, self.starts = _lines_of(text)
        self.first, self.last = self.file.body_line, len(self.file.lines)
        if field != "body":
            around = self.file.span(field)
            self.last = around.end_line
            # A block starts on the line below its `|`; every other text beside its key.
            beside = self.lines[0] and self.lines[0] in self.file.lines[around.line - 1]
            self.first = around.line if beside else around.line + 1

    def span(self, start: int, end: int) -> Span:
        """The place of the text from `start` to `end`, as far as it stands on its first line."""
        number = bisect_right(self.starts, start) - 1
        line, column = self.lines[number], start - self.starts[number]
        length = min(end - start, len(line) - column)
        place = self.first + number
        if place <= self.last:
            # From the right, because a field's name and indentation stand on the left.
            shift = _last_place(line, self.file.lines[place - 1])
            if shift >= 0:
                at = shift + column + 1
                return Span(self.file.path, place, at, place, at + length)
        phrase = line[column : column + length]
        return self.file.span_in((self.field,), phrase, self.text.count(phrase, 0, start))


# A text may have thousands of findings, each of which asks for its place.
@lru_cache(maxsize=32)
def _lines_of(text: str) -> tuple[list[str], list[int]]:
    """The lines of a text, and where each starts."""
    lines = text.split("\n")
    return lines, [0, *accumulate(len(line) + 1 for line in lines)]


@lru_cache(maxsize=32)
def _last_place(of: str, within: str) -> int:
    return within.rfind(of)
