"""The line of a finding with carets below what is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fingerprint import LineOf
from kb_builder.report.text import no_command, one_line

WIDEST = 100
"""Cells of a terminal that an excerpt may take, its margin left out."""
_TAB = "    "
_BEFORE = 30
_SKIP = {"", "---"}
"""Lines that show nothing: findings on a record as a whole stand there."""

Excerpt = Callable[[Diagnostic], list[str]]


def excerpts(findings: Iterable[Diagnostic], line_of: LineOf) -> Excerpt:
    """Gives the lines to print for a finding: none for what is private, whichever rule is on its line."""
    private = {
        (found.span.path, line)
        for found in findings
        if found.private
        for line in range(found.span.line, found.span.end_line + 1)
    }

    def excerpt(found: Diagnostic) -> list[str]:
        span = found.span
        if (span.path, span.line) in private:
            return []
        line = line_of(span.path, span.line)
        if line.strip() in _SKIP:
            return []
        end = span.end_column - 1 if span.end_line == span.line else len(line)
        shown, carets = marked(line, span.column - 1, end)
        number = str(span.line)
        return [f"{number} | {no_command(shown)}".rstrip(), f"{' ' * len(number)} | {carets}"]

    return excerpt


def marked(line: str, start: int, end: int) -> tuple[str, str]:
    """The part of the line around the stretch (from 0), and the carets that stand below it.

    Takes time in proportion to what is shown, not to the line.
    """
    start = min(start, len(line))
    end = min(max(end, start), len(line))
    first = max(0, start - _BEFORE) if end > WIDEST - 10 else 0
    before = "…" if first else ""
    cells, until = len(before), first
    shown = [before]
    column = width = 0
    while until < len(line):
        glyph = _glyph(line[until])
        if cells + _cells(glyph) > WIDEST - 1 and until + 1 < len(line):
            shown.append("…")
            break
        if until == start:
            column = cells
        shown.append(glyph)
        cells += _cells(glyph)
        if start <= until < end:
            width += _cells(glyph)
        until += 1
    if start >= until:
        column = cells
    return "".join(shown), " " * column + "^" * max(width, 1)


def _glyph(character: str) -> str:
    return _TAB if character == "\t" else one_line(character)


def _cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
