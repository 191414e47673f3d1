from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    due = record.review_by
    if due and due < content.today and not record.withdrawn:
        days = (content.today - due).days
        message = f"the review is {days} {'day' if days == 1 else 'days'} overdue"
        help = "read the record, mend or withdraw it, and set `review_by` a year ahead"
        yield Finding(("review_by",), message, help)


RULE = Rule(
    name="review-overdue",
    theme="life",
    severity="warning",
    summary="A record that nobody has looked at by the day set for it",
    reason=(
        "Products change under their records. Steps that were right two releases ago may break the "
        "one of today, and a reader cannot tell; the review is when somebody looks."
    ),
    step="case-closure#publish-the-record",
    bad=Example("review_by: 2026-03-01"),
    expected="""\
CASE-000417.md:2:12: warning[review-overdue] the review is 30 days overdue
  help: read the record, mend or withdraw it, and set `review_by` a year ahead""",
    good=Example("review_by: 2027-03-06"),
    check_record=check,
)
