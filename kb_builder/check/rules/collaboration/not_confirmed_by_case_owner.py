from __future__ import annotations

from kb_builder.check.conditions.values import meets
from kb_builder.check.confirmation import confirmed_by
from kb_builder.check.rule import Example, Rule

_OTHERS = {
    "customer": "the customer has confirmed, not the case owner",
    "idle": "a collaboration is closed as idle, and the case owner was not asked",
}
_HELP = "ask the case owner or the lead of their team, and write `by: case-owner`"


RULE = Rule(
    name="not-confirmed-by-case-owner",
    theme="collaboration",
    summary="A collaboration whose case owner has not agreed to the closing",
    reason=(
        "Only the owner of the case knows whether the help was enough, and the customer is theirs to "
        "ask. A helper who leaves too early leaves them alone with a question half answered."
    ),
    step="collaboration-closure#confirm-with-case-owner",
    bad=Example("confirmation:\n  by: customer\n  on: 2026-03-04", kind="collaboration"),
    expected="""\
COLLAB-000032.md:3:7: error[not-confirmed-by-case-owner] the customer has confirmed, not the case owner
  help: ask the case owner or the lead of their team, and write `by: case-owner`""",
    good=Example("confirmation:\n  by: case-owner\n  on: 2026-03-04", kind="collaboration"),
    check_record=meets(*confirmed_by("collaboration", _OTHERS, _HELP)),
)
