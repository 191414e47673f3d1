from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="denied-name",
    theme="privacy",
    summary="A name that the settings deny",
    reason=(
        "Customers and their people did not ask to be on a site. The names that keep getting into "
        "records stand in `denied_names`, so that they are seen in time."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n  At Northgate Freight the old reply address stayed registered after the move.",
        settings={"denied_names": ["Northgate Freight"]},
    ),
    expected="""\
CASE-000417.md:3:6: error[denied-name] `Nort…` is a name that is not to be published
  help: write what they are instead, such as `the customer`, or `<name1>`, as `kb fix --redact` does""",
    good=Example(
        "cause: |\n  At the customer the old reply address stayed registered after the move.",
        settings={"denied_names": ["Northgate Freight"]},
    ),
    check_source=check_for(
        "denied-name",
        "write what they are instead, such as `the customer`, or `<name1>`, as `kb fix --redact` does",
    ),
)
