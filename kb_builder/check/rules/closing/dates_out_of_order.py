from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from kb_builder.check.fields import CLOSED_KINDS, entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Confirmation, Record
from kb_builder.model.source import KeyPath


@dataclass(frozen=True, slots=True)
class _Day:
    key: KeyPath
    on: date

    def __str__(self) -> str:
        name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in self.key)
        return f"`{name}`, {self.on}"


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind not in CLOSED_KINDS:
        return
    for earlier, later in _pairs(record):
        if earlier.on > later.on:
            first, last = sorted((earlier, later), key=lambda day: record.file.span(*day.key))
            relation = "after" if last is earlier else "before"
            help = "take both days from the history in Service Desk"
            yield Finding(last.key, f"{last}, is {relation} {first}", help)


def _pairs(record: Record) -> Iterator[tuple[_Day, _Day]]:
    """Every two days of which the first must not be after the second."""
    opened = _day("opened", on=record.opened)
    closed = _day("closed", on=record.closed)
    yield from product(opened, closed)
    if opened and closed and opened[0].on > closed[0].on:
        return  # No day can be between the two.
    confirmation = record.confirmation or Confirmation()
    confirmed = _day("confirmation", "on", on=confirmation.on)
    key = ("confirmation", "attempts")
    attempts = [_Day(*entry) for entry in entries(record, confirmation.attempts, *key)]
    if record.kind == "case":
        last = _day("last_quality_response", on=record.last_quality_response)
    else:
        last = _day("last_notes", on=record.last_notes)
    lowered = _day("severity_lowered", on=record.severity_lowered)
    yield from product(opened, [*lowered, *confirmed, *attempts, *last])
    yield from product(attempts, confirmed or closed)
    yield from product([*lowered, *confirmed, *last], closed)


def _day(*key: str, on: date | None) -> list[_Day]:
    """The day as the only entry of a list, which is empty where the record does not give it."""
    return [_Day(key, on)] if on else []


RULE = Rule(
    name="dates-out-of-order",
    theme="closing",
    summary="Two days of a record that cannot both be right",
    reason=(
        "From these days the time to resolution is computed, and readers judge by them how old the "
        "knowledge is. A case that was confirmed before it was opened makes both wrong."
    ),
    step="case-closure#confirm-with-customer",
    bad=Example(
        "opened: 2026-03-02\nclosed: 2026-03-06\nconfirmation:\n  by: customer\n  on: 2026-03-09"
    ),
    expected="""\
CASE-000417.md:6:7: error[dates-out-of-order] `confirmation.on`, 2026-03-09, is after `closed`, 2026-03-06
  help: take both days from the history in Service Desk""",
    good=Example(
        "opened: 2026-03-02\nclosed: 2026-03-06\nconfirmation:\n  by: customer\n  on: 2026-03-06"
    ),
    check_record=check,
)
