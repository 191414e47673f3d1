"""Whether the last word of a closing came after the confirmation: what both kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb_builder.check.rule import Finding
from kb_builder.model.record import Record


def said_too_early(
    record: Record, field: str, said: date | None, whose: str, help: str
) -> Iterator[Finding]:
    """A finding where the day of `field` is before the confirmation.

    Days outside opening and closing are left to the rule on the order of days.
    """
    confirmed = record.confirmation.on if record.confirmation else None
    if not said or not confirmed or said >= confirmed:
        return
    if (record.opened and said < record.opened) or (record.closed and confirmed > record.closed):
        return
    message = f"`{field}`, {said}, is before {whose} confirmation on {confirmed}"
    yield Finding((field,), message, help)
