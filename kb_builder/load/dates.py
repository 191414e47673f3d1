"""Dates that are written in another way than 2026-03-05, and the days that they may mean."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

_LONGEST = 40
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMATS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR}(?P<sign>[-/. ])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})\.\ ?(?P<month>\d{{1,2}})\.\ ?{_YEAR}",
        rf"{_DAY}[-/. ]\ ?(?:of )?{_MONTH}[-/,. ]\ ?{_YEAR}",
        rf"{_MONTH}[-/. ]\ ?{_DAY}[-/,. ]\ ?{_YEAR}",
        rf"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DAY}",
    )
)
_EITHER = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[-/ ])(?P<other>\d{{1,2}})(?P=sign){_YEAR}", re.ASCII
)
"""With the day first in most countries, and the month first in some."""
_TIME = re.compile(r"(?:[Tt]|[ \t]+)\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?$", re.ASCII)


def readings(value: Any, written: str) -> tuple[date, ...]:
    """The days that a value may mean which is no date as it should be; none where it is no date.

    A time is left out, but not where a time zone is given: there the day depends on the reader.
    """
    if isinstance(value, datetime):
        text = written.strip("\"' ")
        return () if value.tzinfo or text[-1:] in "Zz" else (value.date(),)
    text = written if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or len(text) > _LONGEST:
        return ()
    text = _TIME.sub("", text.strip())
    for pattern in _FORMATS:
        if match := pattern.fullmatch(text):
            return _days((match["year"], match["month"], match["day"]))
    if match := _EITHER.fullmatch(text):
        year, one, other = match["year"], match["one"], match["other"]
        return _days((year, other, one), (year, one, other))
    return ()


def _days(*written: tuple[str, str, str]) -> tuple[date, ...]:
    """Those of the years, months and days that there are, each once."""
    found: dict[date, None] = {}
    for year, month, day in written:
        number = int(month) if month.isdigit() else _month(month)
        try:
            found[date(int(year), number, int(day))] = None
        except ValueError:
            continue
    return tuple(found)


def _month(name: str) -> int:
    name = name.lower()
    short = {"sept": "september"}.get(name, name)
    numbers = [n for n, month in enumerate(_MONTHS, 1) if short == month or short == month[:3]]
    return numbers[0] if numbers else 0
