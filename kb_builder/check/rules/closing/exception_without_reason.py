from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule

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
    check_record=meets(
        Given(
            field="status_reason",
            kinds=CLOSED_KINDS,
            when=(Where("status", lambda content: content.taxonomy.exceptions),),
            at="status",
            message="the status is `{status}`, and `status_reason` does not say why",
            help="say in one to three sentences what is left open, and why",
        )
    ),
)
