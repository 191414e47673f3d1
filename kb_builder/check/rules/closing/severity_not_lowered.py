from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import NotGiven, meets
from kb_builder.check.rule import Example, Rule

# At A it ought to have been lowered, and a severity that does not exist is another rule's matter.
_NOT_LOWERED = (("B", "B"), ("C", "B"), ("C", "C"))


RULE = Rule(
    name="severity-not-lowered",
    theme="closing",
    severity="warning",
    summary="A day of lowering on a case whose severity was never lowered",
    reason=(
        "Either the case began at a higher severity than the record says, and the figures of severe "
        "incidents miss it; or the day was copied from another case."
    ),
    step="case-closure#lower-severity",
    bad=Example("severity: B\nseverity_opened: B\nseverity_lowered: 2026-03-04"),
    expected="""\
CASE-000417.md:4:19: warning[severity-not-lowered] a day says when the severity was lowered, which went from `B` to `B`
  help: write the severity of the opening to `severity_opened:`, or leave the day out""",
    good=Example("severity: B\nseverity_opened: A\nseverity_lowered: 2026-03-04"),
    check_record=meets(
        *(
            NotGiven(
                field="severity_lowered",
                kinds=("case",),
                when=(Where("severity_opened", (opened,)), Where("severity", (closed,))),
                message=(
                    "a day says when the severity was lowered, which went from "
                    f"`{opened}` to `{closed}`"
                ),
                help="write the severity of the opening to `severity_opened:`, or leave the day out",
            )
            for opened, closed in _NOT_LOWERED
        )
    ),
)
