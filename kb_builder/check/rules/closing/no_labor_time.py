from __future__ import annotations

from kb_builder.check.conditions.values import Given, MoreThan, meets
from kb_builder.check.fields import CLOSED_KINDS, KIND_NAMES
from kb_builder.check.rule import Example, Rule

_HELP = "add up reading, calls, tests, writing and the closing, in minutes"


RULE = Rule(
    name="no-labor-time",
    theme="closing",
    summary="A case or collaboration without the time that it took",
    reason=(
        "Staff is planned by labor time, and the product team learns from it what an issue costs. "
        "A case that took no time says that nobody has to repair anything."
    ),
    step="case-closure#enter-labor-time",
    bad=Example("labor_minutes: 0"),
    expected="""\
CASE-000417.md:2:16: error[no-labor-time] 0 minutes is no labor time
  help: add up reading, calls, tests, writing and the closing, in minutes""",
    good=Example("labor_minutes: 15"),
    check_record=meets(
        *(
            Given(
                field="labor_minutes",
                kinds=(kind,),
                message=f"{KIND_NAMES[kind]} is closed without labor time",
                help=_HELP,
            )
            for kind in CLOSED_KINDS
        ),
        MoreThan(
            field="labor_minutes",
            kinds=CLOSED_KINDS,
            number=0,
            message="{number} minutes is no labor time",
            help=_HELP,
        ),
    ),
)
