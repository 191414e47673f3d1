from __future__ import annotations

from kb_builder.check.conditions.values import OneOf, meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="state-not-closed",
    theme="closing",
    summary="A case or collaboration whose state is not Closed",
    reason=(
        "What is published counts as settled. The notes of a case that is still worked on may be "
        "overtaken tomorrow, and its customer may read them on the site before they are told."
    ),
    step="case-closure#set-state-and-status",
    bad=Example("state: Active"),
    expected="""\
CASE-000417.md:2:8: error[state-not-closed] the state is `Active`, not `Closed`
  help: set the state in Service Desk, and write `state: Closed`""",
    good=Example("state: Closed"),
    check_record=meets(
        OneOf(
            field="state",
            kinds=CLOSED_KINDS,
            values=("Closed",),
            message="the state is {value}, not `Closed`",
            help="set the state in Service Desk, and write `state: Closed`",
        )
    ),
)
