from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import one_of, shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    names = content.taxonomy.status_names
    if record.kind in CLOSED_KINDS and record.status and names and record.status not in names:
        message = f"there is no status {shown(record.status)}"
        yield Finding(("status",), message, one_of(record.status, names))


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
    check_record=check,
)
