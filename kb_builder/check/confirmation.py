"""Whether the right person has agreed to a closing: what cases and collaborations share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb_builder.check.fields import KIND_NAMES, is_missing
from kb_builder.check.rule import Finding
from kb_builder.check.wording import shown
from kb_builder.model.record import Record


def unconfirmed(
    record: Record, allowed: tuple[str, ...], others: Mapping[str, str], help: str
) -> Iterator[Finding]:
    """A finding where `confirmation.by` is missing or not in `allowed`.

    `others` gives the message for values that have a meaning, but not for a record of this kind.
    """
    if is_missing(record, "confirmation"):
        message = f"{KIND_NAMES[record.kind]} is closed without a confirmation"
        yield Finding(("confirmation",), message, help)
    elif record.confirmation and is_missing(record, "confirmation", "by"):
        span = record.file.key_span("confirmation")
        yield Finding(span, "the confirmation does not say who gave it", help)
    elif record.confirmation and record.confirmation.by:
        by = record.confirmation.by
        if by not in allowed:
            message = others.get(by, f"{shown(by)} does not say who confirmed")
            yield Finding(("confirmation", "by"), message, help)
