from __future__ import annotations

from collections.abc import Iterator
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
    if days < fewest:
        message = f"the case is closed as idle after {days} of at least {fewest} attempts"
        help = "list the day of each attempt under `attempts:`; those of one day count as one"
        key = "by" if attempts is None else "attempts"
        yield Finding(("confirmation", key), message, help)


def _different_days(attempts: Any) -> int:
    """How many days are given, whether or not each is a date, which is another rule's matter."""
    if attempts is None:
        return 0
    return len(set(map(str, attempts))) if isinstance(attempts, list) else 1


RULE = Rule(
    name="idle-without-attempts",
    theme="closing",
    summary="A case that is closed as idle before its customer was asked often enough",
    reason=(
        "People are silent because they are busy or away. Only the days on which somebody tried to "
        "reach them show that the silence is an answer."
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
