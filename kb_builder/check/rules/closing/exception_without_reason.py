from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS, is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    status = content.taxonomy.status(record.status)
    needs_reason = record.kind in CLOSED_KINDS and status and status.needs_reason
    if status and needs_reason and is_missing(record, "status_reason"):
        message = f"the status is `{status.name}`, and `status_reason` does not say why"
        help = "say in one to three sentences what is left open, and why"
        yield Finding(("status",), message, help)


RULE = Rule(
    name="exception-without-reason",
    theme="closing",
    summary="A case that is closed by an exception, without the reason for it",
    reason=(
        "Every status but Resolved leaves something open. Whoever meets the issue next must learn "
        "from the record what that is, and whether to wait, to work around it or to go elsewhere."
    ),
    step="case-closure#set-state-and-status",
    bad=Example("status: Waiting for product fix"),
    expected="""\
CASE-000417.md:2:9: error[exception-without-reason] the status is `Waiting for product fix`, and `status_reason` does not say why
  help: say in one to three sentences what is left open, and why""",
    good=Example(
        "status: Waiting for product fix\n"
        "status_reason: Halyard Mail 7.4 will keep the reply address in step (defect HM-2217)."
    ),
    check_record=check,
)
