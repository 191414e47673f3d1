from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kb_builder.check.fields import given
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind != "case" or not record.confirmation or record.confirmation.by != "idle":
        return
    fewest = content.settings.idle_attempts
    attempts = given(record, "confirmation", "attempts")
    days = _different_days(attempts)
    off = {day: why for day in days if (why := _day_off(day, content.settings.holidays))}
    if len(days) - len(off) < fewest:
        count = f"{len(days) - len(off)} of at least {fewest}"
        message = f"the case is closed as idle after {count} attempts"
        help = "list the day of each attempt under `attempts:`; those of one day count as one"
        if off:
            named = ", ".join(f"{day} is a {why}" for day, why in sorted(off.items())[:_MOST_NAMED])
            message += " on working days"
            help = f"{named}; such days do not count, ask again on another one"
        key = "by" if attempts is None else "attempts"
        yield Finding(("confirmation", key), message, help)


_MOST_NAMED = 3


def _different_days(attempts: Any) -> set[str]:
    """The days that are given, whether or not each is a date, which is another rule's matter."""
    if attempts is None:
        return set()
    return set(map(str, attempts)) if isinstance(attempts, list) else {str(attempts)}


def _day_off(day: str, holidays: tuple[str, ...]) -> str:
    """What the day is if nobody works on it; empty for a working day and what is no date."""
    try:
        weekday = date.fromisoformat(day).weekday()
    except ValueError:
        return ""
    if weekday >= 5:
        return ("Saturday", "Sunday")[weekday - 5]
    return "holiday" if day in holidays else ""


RULE = Rule(
    name="idle-without-attempts",
    theme="closing",
    summary="A case that is closed as idle before its customer was asked often enough",
    reason=(
        "People are silent because they are busy or away. Only the working days on which somebody "
        "tried to reach them show that the silence is an answer. Whoever is called on three days "
        "of one weekend has not been called."
    ),
    step="case-closure#idle-case",
    bad=Example(
        "confirmation:\n  by: idle\n  on: 2026-03-05\n"
        "  attempts:\n    - 2026-03-03\n    - 2026-03-04",
    ),
    expected="""\
CASE-000417.md:6:5: error[idle-without-attempts] the case is closed as idle after 2 of at least 3 attempts
  help: list the day of each attempt under `attempts:`; those of one day count as one""",
    good=Example(
        "confirmation:\n  by: idle\n  on: 2026-03-05\n"
        "  attempts:\n    - 2026-03-03\n    - 2026-03-04\n    - 2026-03-05",
    ),
    check_record=check,
)
