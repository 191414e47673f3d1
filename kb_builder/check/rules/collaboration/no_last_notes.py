from __future__ import annotations

from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.rule import Example, Rule

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
    check_record=meets(
        Given(
            field="last_notes",
            kinds=("collaboration",),
            message="the collaboration is closed without last notes",
            help="write into the case what was asked, done and found, and give the day",
        )
    ),
)
