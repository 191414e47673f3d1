from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS, is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    status = content.taxonomy.status(record.status)
    is_exception = record.kind not in CLOSED_KINDS or not status or status.needs_reason
    if status and not is_exception and not is_missing(record, "status_reason"):
        message = f"the status is `{status.name}`, which needs no reason"
        help = "choose the status that the reason explains, or leave `status_reason` out"
        yield Finding(("status_reason",), message, help)


RULE = Rule(
    name="reason-without-exception",
    theme="closing",
    severity="warning",
    summary="A reason for an exception, under a status that is none",
    reason=(
        "Either something is left open, and the status hides it from everybody who looks for open "
        "ends; or the reason was copied from another case, and misleads whoever reads it."
    ),
    step="case-closure#set-state-and-status",
    bad=Example("status: Resolved\nstatus_reason: Halyard Mail 7.4 will mend it (defect HM-2217)."),
    expected="""\
CASE-000417.md:3:16: warning[reason-without-exception] the status is `Resolved`, which needs no reason
  help: choose the status that the reason explains, or leave `status_reason` out""",
    good=Example(
        "status: Waiting for product fix\n"
        "status_reason: Halyard Mail 7.4 will mend it (defect HM-2217)."
    ),
    check_record=check,
)
