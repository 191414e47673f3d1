from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.last_word import said_too_early
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_HELP = "write the last notes when the case owner has confirmed, and give the day of that"


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind == "collaboration":
        yield from said_too_early(
            record, "last_notes", record.last_notes, "the case owner's", _HELP
        )


RULE = Rule(
    name="last-notes-too-early",
    theme="collaboration",
    summary="Last notes that were written before the case owner confirmed",
    reason=(
        "The last notes hand the thread back. What the owner asked after them is in no note, so "
        "the next reader of the case misses the end of the help."
    ),
    step="collaboration-closure#last-notes",
    bad=Example(
        "confirmation:\n  by: case-owner\n  on: 2026-03-05\nlast_notes: 2026-03-04",
        kind="collaboration",
    ),
    expected="""\
COLLAB-000032.md:5:13: error[last-notes-too-early] `last_notes`, 2026-03-04, is before the case owner's confirmation on 2026-03-05
  help: write the last notes when the case owner has confirmed, and give the day of that""",
    good=Example(
        "confirmation:\n  by: case-owner\n  on: 2026-03-05\nlast_notes: 2026-03-05",
        kind="collaboration",
    ),
    check_record=check,
)
