from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_MINUTES_OF_A_DAY = 24 * 60


def check(record: Record, content: Content) -> Iterator[Finding]:
    minutes = record.labor_minutes
    if record.kind not in CLOSED_KINDS or minutes is None:
        return
    help = "enter your own time in minutes, not in seconds, and not that of colleagues"
    most = content.settings.largest_labor_minutes
    days = _days_open(record)
    if days and minutes > days * _MINUTES_OF_A_DAY:
        held = f"the {days} days" if days > 1 else "the one day"
        message = f"{minutes} minutes are more than {held} from `opened` to `closed` hold"
        yield Finding(("labor_minutes",), message, help)
    elif minutes > most:
        message = f"{minutes} minutes are more than the {most} that one may have spent"
        yield Finding(("labor_minutes",), message, help)


def _days_open(record: Record) -> int:
    """How many days lie between opening and closing, both included; 0 where that is not known."""
    if not record.opened or not record.closed or record.opened > record.closed:
        return 0
    return (record.closed - record.opened).days + 1


RULE = Rule(
    name="labor-time-beyond-belief",
    theme="closing",
    severity="warning",
    summary="More labor time than one person can have spent",
    reason=(
        "One case with seconds in the place of minutes weighs as much as sixty others, and the "
        "average of its whole product is wrong for that month."
    ),
    step="case-closure#enter-labor-time",
    bad=Example("opened: 2026-03-02\nclosed: 2026-03-06\nlabor_minutes: 9500"),
    expected="""\
CASE-000417.md:4:16: warning[labor-time-beyond-belief] 9500 minutes are more than the 5 days from `opened` to `closed` hold
  help: enter your own time in minutes, not in seconds, and not that of colleagues""",
    good=Example("opened: 2026-03-02\nclosed: 2026-03-06\nlabor_minutes: 950"),
    check_record=check,
)
