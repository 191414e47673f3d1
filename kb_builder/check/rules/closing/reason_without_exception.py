from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import NotGiven, meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule
from kb_builder.model.content import Content


def _need_no_reason(content: Content) -> tuple[str, ...]:
    return tuple(status.name for status in content.taxonomy.statuses if not status.needs_reason)


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
    check_record=meets(
        NotGiven(
            field="status_reason",
            kinds=CLOSED_KINDS,
            when=(Where("status", _need_no_reason),),
            message="the status is `{status}`, which needs no reason",
            help="choose the status that the reason explains, or leave `status_reason` out",
        )
    ),
)
