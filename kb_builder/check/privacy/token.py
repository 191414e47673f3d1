"""Secrets that are known by their shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.shapes import (
    DETECTORS,
    DETECTORS_BY_NAME,
    EXPRESSIONS,
    EXPRESSIONS_BY_NAME,
)

# The expressions may go over what follows a mark again and again, so they are given no more than
# this at a time; a token that is longer is followed to its end.
_WINDOW, _STEP, _BEFORE = 340, 170, 60
_LONGEST = 20_000
_REST = re.compile(r"[\w.+/=~-]*+")
_KEY_NAME = re.compile(r"AccountKey=")
_SHORTEST = 6
_SHORTEST_TOKEN = 20
"""Characters, none of them blank, of what holds its mark itself."""


def tokens(text: str) -> Iterator[Found]:
    # Few words are as long as a token, and most marks need not be sought in any other.
    long_words = "\n".join([word for word in text.split() if len(word) >= _SHORTEST_TOKEN])
    for shapes, place in ((_SHAPES, long_words), (_SHAPES_BY_NAME, text)):
        for what, marks, expressions in shapes:
            if not marks or any(map(place.__contains__, marks)):
                yield from _matches(text, marks, expressions(), what)


_Shape = tuple[str, tuple[str, ...], Callable[[], tuple[re.Pattern[str], ...]]]


def _shapes(
    detectors: tuple[tuple[str, str, str], ...], expressions: tuple[tuple[str, str, str], ...]
) -> tuple[_Shape, ...]:
    """What is sought, with its marks, and how to get the expressions that find it."""
    ours = [(what, marks, (re.compile(expression),)) for what, marks, expression in expressions]
    return (
        *(
            (what, tuple(marks.split()), partial(_denylist, name))
            for what, marks, name in detectors
        ),
        *((what, tuple(marks.split()), partial(tuple, found)) for what, marks, found in ours),
    )


@cache
def _denylist(detector: str) -> tuple[re.Pattern[str], ...]:
    """A detector's expressions; it is loaded where it is needed only, for that takes its time."""
    module, name = detector.split(".")
    return tuple(getattr(import_module(f"detect_secrets.plugins.{module}"), name).denylist)


_SHAPES = _shapes(DETECTORS, EXPRESSIONS)
_SHAPES_BY_NAME = _shapes(DETECTORS_BY_NAME, EXPRESSIONS_BY_NAME)


def _matches(
    text: str, marks: tuple[str, ...], expressions: tuple[re.Pattern[str], ...], what: str
) -> Iterator[Found]:
    if not marks:
        yield from _within(text, 0, len(text), expressions, what)
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            done = at + _STEP
            for found in _within(text, max(at - _BEFORE, 0), at + _WINDOW, expressions, what):
                yield found
                done = max(done, found.end)
            at = text.find(mark, done)


def _within(
    text: str, start: int, end: int, expressions: tuple[re.Pattern[str], ...], what: str
) -> Iterator[Found]:
    for expression in expressions:
        done = start
        for match in expression.finditer(text, start, end):
            found = _found(text, match, what) if match.start() >= done else None
            if found:
                yield found
                done = found.end


def _found(text: str, match: re.Match[str], what: str) -> Found | None:
    """What was matched, to its end; None where it is the middle of something longer."""
    # A group of a few letters is the choice of a mark, and not the secret.
    is_group = match.re.groups == 1 and match[1] and len(match[1]) >= _SHORTEST
    start, end = match.span(1 if is_group else 0)
    before = text[start - 1 : start]
    if not is_group and (before.isalnum() or before == "_"):
        return None
    if name := _KEY_NAME.match(text, start):
        start = name.end()
    rest = _REST.match(text, end, start + _LONGEST)
    value = text[start : rest.end() if rest else end].rstrip(".")
    return Found(start, start + len(value), value, what)
