"""Keeps what is private out of what is told of other findings: the log of a build may be public."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fingerprint import LineOf
from kb_builder.model.span import Span

_SHORTEST = 4
"""Characters: less tells nothing, and may be part of any word."""
_CUT = "…"
"""Where a message breaks off what it quotes."""


def discreet(
    shown: Iterable[Diagnostic], findings: Iterable[Diagnostic], line_of: LineOf
) -> list[Diagnostic]:
    """The findings `shown` without the private values that any of all `findings` is about.

    In a message a value, or what of it stands before a cut, becomes `…`; edits with one of them
    are left out. A finding may tell of another file, so the values of all files count.
    """
    values: dict[str, set[str]] = {}
    for found in findings:
        if found.private:
            for value in _parts(found.span, line_of):
                if len(value) >= _SHORTEST:
                    values.setdefault(value[:_SHORTEST], set()).add(value)
    by_start = {start: sorted(same, key=len, reverse=True) for start, same in values.items()}

    @cache
    def without(text: str) -> str:
        return "".join(_without(text, by_start))

    return [_told(found, without) if by_start else found for found in shown]


def _told(found: Diagnostic, without: Callable[[str], str]) -> Diagnostic:
    if found.private:
        return found
    tells = any(without(edit.text) != edit.text for edit in found.edits)
    return dataclasses.replace(
        found,
        message=without(found.message),
        help=without(found.help),
        edits=() if tells else found.edits,
    )


def _parts(span: Span, line_of: LineOf) -> Iterator[str]:
    """What stands at the span, line by line."""
    for number in range(span.line, span.end_line + 1):
        line = line_of(span.path, number)
        end = span.end_column - 1 if number == span.end_line else len(line)
        yield line[span.column - 1 if number == span.line else 0 : end].strip()


def _without(text: str, by_start: Mapping[str, list[str]]) -> Iterator[str]:
    """The stretches of the text, those with one of the values as `…`."""
    done = 0
    for at in range(len(text) - _SHORTEST + 1):
        if at < done:
            continue
        for value in by_start.get(text[at : at + _SHORTEST], ()):
            end = _end_of(value, text, at)
            if end:
                yield text[done:at] + _CUT
                done = end
                break
    yield text[done:]


def _end_of(value: str, text: str, at: int) -> int:
    """Where the value that starts at `at` ends, or is cut; 0 where it is another."""
    if text.startswith(value, at):
        return at + len(value)
    cut = text.find(_CUT, at, at + len(value))
    return cut + len(_CUT) if cut > 0 and value.startswith(text[at:cut]) else 0
