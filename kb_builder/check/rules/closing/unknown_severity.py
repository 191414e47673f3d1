from __future__ import annotations

from kb_builder.check.conditions.values import OneOf, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="unknown-severity",
    theme="closing",
    summary="A severity other than A, B and C",
    reason=(
        "How often a business stood still is counted by the severity at opening. A case of any "
        "other severity is counted nowhere."
    ),
    step="case-closure#lower-severity",
    bad=Example("severity_opened: Critical"),
    expected="""\
CASE-000417.md:2:18: error[unknown-severity] `Critical` is no severity
  help: write `A`, `B` or `C`""",
    good=Example("severity_opened: C"),
    check_record=meets(
        *(
            OneOf(
                field=field,
                kinds=("case",),
                values=("A", "B", "C"),
                message="{value} is no severity",
                help="write `A`, `B` or `C`",
            )
            for field in ("severity", "severity_opened")
        )
    ),
)
