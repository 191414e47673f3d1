"""What a query is narrowed by: options, and fields in its text.

`site_templates/assets/kb/filters.js` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from kb_builder.index.analyzer import fold
from kb_builder.index.query import FILTERS
from kb_builder.model.taxonomy import SEPARATOR, split_path

_FIELD = re.compile(
    r'(?<![^ \t\r\n])(product|root_cause|cause|status|kind|year|closed):("[^"\n]{1,200}"|[^\s"]{1,200})'
)
_DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_CLOSED = re.compile(rf"(>=|<=|>|<)?({_DAY})\Z|({_DAY})\.\.({_DAY})\Z")

MOST_CHARACTERS = 400
"""Of a text that may have filters."""

ValuesOf = Callable[[str], Iterable[str]]
"""From a filter's name to the values that entries have."""


def filters_in(text: str, values_of: ValuesOf) -> tuple[str, dict[str, str]]:
    """The text without its filters, and those; what is no filter that any entry could pass stays.

    So `status: 5.7.1` in a log stays, and so does a product that is not known. A long text or one of
    several lines is pasted, and has none.
    """
    filters: dict[str, str] = {}
    if len(text) > MOST_CHARACTERS or "\n" in text:
        return text, filters

    def take(match: re.Match[str]) -> str:
        name = "root_cause" if match[1] == "cause" else match[1]
        value = known_value(name, match[2].strip('"'), values_of)
        if not value:
            return match[0]
        filters[name] = value
        return " "

    return _FIELD.sub(take, text), filters


def known_value(name: str, value: str, values_of: ValuesOf) -> str:
    """A filter's value as the entries spell it; empty where none has it."""
    if name not in FILTERS:
        return ""
    if name == "closed":
        return value if _CLOSED.match(value) else ""
    wanted = _comparable(name, value)
    return next((known for known in values_of(name) if _comparable(name, known) == wanted), "")


def closed_test(value: str) -> Callable[[str], bool]:
    """Whether a date, as 2026-01-31, is within what a `closed` filter says.

    Dates compare as far as the filter's goes: after 2026-01 means from February on.
    """
    match = _CLOSED.match(value)
    if not match:
        return lambda day: False
    sign, bound, first, last = match.groups()
    if first:
        return lambda day: bool(day) and first <= day[: len(first)] and day[: len(last)] <= last
    tests: Mapping[str | None, Callable[[str], bool]] = {
        ">": lambda day: day[: len(bound)] > bound,
        ">=": lambda day: day[: len(bound)] >= bound,
        "<": lambda day: "" < day[: len(bound)] < bound,
        "<=": lambda day: "" < day[: len(bound)] <= bound,
        None: lambda day: day[: len(bound)] == bound,
    }
    return tests[sign]


def topics_above(root_cause: str) -> list[str]:
    """The paths of a root cause and of all topics above it, the widest first."""
    path = [part for part in split_path(root_cause) if part]
    return [SEPARATOR.join(path[: depth + 1]) for depth in range(len(path))]


def _comparable(name: str, value: str) -> str:
    return fold(SEPARATOR.join(split_path(value)) if name == "root_cause" else value)
