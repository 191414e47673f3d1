"""Keeps what is private out of what is told of other findings: the log of a build may be public."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fingerprint import LineOf
from kb_builder.model.span import Span

_SHORTEST = 4
"""Characters: less tells nothing, and may be part of any word."""


def discreet(
    shown: Iterable[Diagnostic], findings: Iterable[Diagnostic], line_of: LineOf
) -> list[Diagnostic]:
    """The findings `shown` without the private values that any of all `findings` is about.

    In a message a value becomes `…`; edits with one of them are left out.
    """
    private: dict[str, set[str]] = {}
    for found in findings:
        if found.private:
            values = private.setdefault(found.span.path, set())
            values.update(part for part in _parts(found.span, line_of) if len(part) >= _SHORTEST)
    return [_without(found, private.get(found.span.path, set())) for found in shown]


def _parts(span: Span, line_of: LineOf) -> Iterator[str]:
    """What stands at the span, line by line."""
    for number in range(span.line, span.end_line + 1):
        line = line_of(span.path, number)
        end = span.end_column - 1 if number == span.end_line else len(line)
        yield line[span.column - 1 if number == span.line else 0 : end].strip()


def _without(found: Diagnostic, values: set[str]) -> Diagnostic:
    if found.private or not values:
        return found
    message, help = found.message, found.help
    for value in sorted(values, key=lambda value: (-len(value), value)):
        message, help = message.replace(value, "…"), help.replace(value, "…")
    tells = any(value in edit.text for edit in found.edits for value in values)
    edits = () if tells else found.edits
    return dataclasses.replace(found, message=message, help=help, edits=edits)
