from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.dates import NotAfter
from kb_builder.check.conditions.values import meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule


def _conditions() -> Iterator[NotAfter]:
    """Every two days of which the first must not be after the second."""
    yield _AS_A_WHOLE
    last = ("last_quality_response", "last_notes")
    for day in ("severity_lowered", "confirmation.on", "confirmation.attempts", *last):
        yield _not_after("opened", day)
    yield _not_after("confirmation.attempts", "confirmation.on")
    yield _not_after("confirmation.attempts", "closed", when=(Where("confirmation.on", ("",)),))
    for day in ("severity_lowered", "confirmation.on", *last):
        yield _not_after(day, "closed")


def _not_after(field: str, other: str, when: tuple[Where, ...] = ()) -> NotAfter:
    kinds = {"last_quality_response": ("case",), "last_notes": ("collaboration",)}
    return NotAfter(
        field=field,
        other=other,
        kinds=kinds.get(field) or kinds.get(other) or CLOSED_KINDS,
        when=when,
        # Between an opening and a closing that are in disorder themselves no day can be.
        unless=(_AS_A_WHOLE,),
        help="take both days from the history in Service Desk",
    )


_AS_A_WHOLE = NotAfter(
    field="opened",
    other="closed",
    kinds=CLOSED_KINDS,
    help="take both days from the history in Service Desk",
)


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
    check_record=meets(*_conditions()),
)
