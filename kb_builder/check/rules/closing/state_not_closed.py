from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind in CLOSED_KINDS and record.state and record.state != "Closed":
        message = f"the state is {shown(record.state)}, not `Closed`"
        help = "set the state in Service Desk, and write `state: Closed`"
        yield Finding(("state",), message, help)


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
    check_record=check,
)
