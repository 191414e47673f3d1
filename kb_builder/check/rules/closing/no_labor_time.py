from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS, KIND_NAMES, is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind not in CLOSED_KINDS:
        return
    minutes = record.labor_minutes
    help = "add up reading, calls, tests, writing and the closing, in minutes"
    if is_missing(record, "labor_minutes"):
        message = f"{KIND_NAMES[record.kind]} is closed without labor time"
        yield Finding(("labor_minutes",), message, help)
    elif minutes is not None and minutes <= 0:
        yield Finding(("labor_minutes",), f"{minutes} minutes is no labor time", help)


RULE = Rule(
    name="no-labor-time",
    theme="closing",
    summary="A case or collaboration without the time that it took",
    reason=(
        "Staff is planned by labor time, and the product team learns from it what an issue costs. "
        "A case that took no time says that nobody has to repair anything."
    ),
    step="case-closure#enter-labor-time",
    bad=Example("labor_minutes: 0"),
    expected="""\
CASE-000417.md:2:16: error[no-labor-time] 0 minutes is no labor time
  help: add up reading, calls, tests, writing and the closing, in minutes""",
    good=Example("labor_minutes: 15"),
    check_record=check,
)
