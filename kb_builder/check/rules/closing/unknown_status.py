from __future__ import annotations

from kb_builder.check.conditions.values import OneOf, meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="unknown-status",
    theme="closing",
    summary="A status that is not in the list of statuses",
    reason=(
        "The status tells a reader at a glance whether to trust the resolution. One that Service "
        "Desk does not know tells them nothing, and the figures leave it out."
    ),
    step="case-closure#set-state-and-status",
    bad=Example("status: Solved"),
    expected="""\
CASE-000417.md:2:9: error[unknown-status] there is no status `Solved`
  help: did you mean `Resolved`?""",
    good=Example("status: Resolved"),
    check_record=meets(
        OneOf(
            field="status",
            kinds=CLOSED_KINDS,
            values=lambda content: content.taxonomy.status_names,
            message="there is no status {value}",
        )
    ),
)
