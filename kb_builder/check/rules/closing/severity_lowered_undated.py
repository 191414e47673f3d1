from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="severity-lowered-undated",
    theme="closing",
    severity="warning",
    summary="A case that is no longer at severity A, with no sign of when that changed",
    reason=(
        "How long a business stood still is the time until its case was lowered from A. Where no "
        "day says when, the outage seems to have lasted until the closing, or the severity was only "
        "changed in the record."
    ),
    step="case-closure#lower-severity",
    bad=Example("severity: B\nseverity_opened: A"),
    expected="""\
CASE-000417.md:2:11: warning[severity-lowered-undated] the severity was lowered from `A` to `B`, and no day says when
  help: take the day from the history in Service Desk, and write it to `severity_lowered:`""",
    good=Example("severity: B\nseverity_opened: A\nseverity_lowered: 2026-03-04"),
    check_record=meets(
        Given(
            field="severity_lowered",
            kinds=("case",),
            when=(Where("severity_opened", ("A",)), Where("severity", ("B", "C"))),
            at="severity",
            message="the severity was lowered from `A` to `{severity}`, and no day says when",
            help="take the day from the history in Service Desk, and write it to "
            "`severity_lowered:`",
        )
    ),
)
