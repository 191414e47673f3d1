from __future__ import annotations

from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="no-last-quality-response",
    theme="closing",
    summary="A case that is closed without a last summary to the customer",
    reason=(
        "The last quality response is what the customer keeps: what the issue was, why it occurred, "
        "what resolved it and how to reach us. Without it they know only that we stopped writing."
    ),
    step="case-closure#last-quality-response",
    bad=Example(without=("last_quality_response",)),
    expected="""\
CASE-000417.md:1:1: error[no-last-quality-response] the case is closed without a last quality response
  help: send the customer the summary of the case, and write the day""",
    good=Example("last_quality_response: 2026-03-06"),
    check_record=meets(
        Given(
            field="last_quality_response",
            kinds=("case",),
            message="the case is closed without a last quality response",
            help="send the customer the summary of the case, and write the day",
        )
    ),
)
