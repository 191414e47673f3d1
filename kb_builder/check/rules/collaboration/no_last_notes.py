from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind == "collaboration" and is_missing(record, "last_notes"):
        yield Finding(
            ("last_notes",),
            "the collaboration is closed without last notes",
            "write into the case what was asked, done and found, and give the day",
        )


RULE = Rule(
    name="no-last-notes",
    theme="collaboration",
    summary="A collaboration that is closed before its last notes are in the case",
    reason=(
        "The last notes hand the thread back to the case owner. Without them the owner has to read "
        "the whole collaboration, or asks the customer what was already answered."
    ),
    step="collaboration-closure#last-notes",
    bad=Example(without=("last_notes",), kind="collaboration"),
    expected="""\
COLLAB-000032.md:1:1: error[no-last-notes] the collaboration is closed without last notes
  help: write into the case what was asked, done and found, and give the day""",
    good=Example("last_notes: 2026-03-05", kind="collaboration"),
    check_record=check,
)
