from __future__ import annotations

from kb_builder.check.conditions.values import NoneOf, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="severity-a-at-closure",
    theme="closing",
    summary="A case that is closed while its severity is still A",
    reason=(
        "Severity A means that a business stands still, and nobody closes a case while it does: "
        "a case that is closed at A was either not resolved, or nobody said that the pressure "
        "was off. It also wakes the duty manager, who is called for every change of such a case."
    ),
    step="case-closure#lower-severity",
    bad=Example("severity: A"),
    expected="""\
CASE-000417.md:2:11: error[severity-a-at-closure] the case is closed at severity `A`
  help: lower the case to `B` in Service Desk, save it, and write `severity: B`""",
    good=Example("severity: B\nseverity_opened: A\nseverity_lowered: 2026-03-04"),
    check_record=meets(
        NoneOf(
            field="severity",
            values=("A",),
            message="the case is closed at severity `A`",
            help="lower the case to `B` in Service Desk, save it, and write `severity: B`",
        )
    ),
)
