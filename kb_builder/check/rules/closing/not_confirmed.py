from __future__ import annotations

from kb_builder.check.conditions.values import meets
from kb_builder.check.confirmation import confirmed_by
from kb_builder.check.rule import Example, Rule

_OTHERS = {"case-owner": "the case owner has confirmed, who cannot speak for the customer"}
_HELP = "ask the customer, and write `by: customer`; or after the last attempt `by: idle`"


RULE = Rule(
    name="not-confirmed",
    theme="closing",
    summary="A case whose customer has not agreed to the closing",
    reason=(
        "A case belongs to the customer until they release it. One that is closed over their head "
        "comes back as a new case, and with it the mistrust."
    ),
    step="case-closure#confirm-with-customer",
    bad=Example("confirmation:\n  by: case-owner\n  on: 2026-03-05"),
    expected="""\
CASE-000417.md:3:7: error[not-confirmed] the case owner has confirmed, who cannot speak for the customer
  help: ask the customer, and write `by: customer`; or after the last attempt `by: idle`""",
    good=Example("confirmation:\n  by: customer\n  on: 2026-03-05"),
    check_record=meets(*confirmed_by("case", _OTHERS, _HELP)),
)
