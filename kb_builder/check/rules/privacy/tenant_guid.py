from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="tenant-guid",
    theme="privacy",
    summary="The id of a customer's tenant or subscription",
    reason=(
        "It names the customer as well as a name does, for anybody can look up whose tenant it is. "
        "GUIDs of products and errors name nobody and may stand."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n"
        "  In the tenant 5f0b3c1e-8d27-4a96-b1f4-92ce7d60a3b8 the old reply address is registered."
    ),
    expected="""\
CASE-000417.md:3:17: error[tenant-guid] `5f0b…` is the id of a tenant or subscription
  help: write `<tenant1>`, as `kb fix --redact` does; `allowed_values` lets your own stand""",
    good=Example(
        "cause: |\n"
        "  In the tenant `<tenant1>` the reply address of the application\n"
        "  5f0b3c1e-8d27-4a96-b1f4-92ce7d60a3b8 is still the old one."
    ),
    check_source=check_for(
        "tenant-guid",
        "write `<tenant1>`, as `kb fix --redact` does; `allowed_values` lets your own stand",
    ),
)
