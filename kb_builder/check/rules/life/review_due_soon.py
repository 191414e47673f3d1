from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if not record.review_by or record.withdrawn:
        return
    days = (record.review_by - content.today).days
    if 0 <= days <= content.settings.review_soon_days:
        when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        help = "read the record, mend or withdraw it, and set `review_by` a year ahead"
        yield Finding(("review_by",), f"the review is due {when}", help)


RULE = Rule(
    name="review-due-soon",
    theme="life",
    severity="hint",
    summary="A record whose review is due within the next weeks",
    reason=(
        "A review takes an hour with the product at hand, and the one who knows it may be away next "
        "week. Who is told in time can choose the hour."
    ),
    step="case-closure#publish-the-record",
    bad=Example("review_by: 2026-04-15"),
    expected="""\
CASE-000417.md:2:12: hint[review-due-soon] the review is due in 15 days
  help: read the record, mend or withdraw it, and set `review_by` a year ahead""",
    good=Example("review_by: 2026-06-15"),
    check_record=check,
)
