from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="public-ip-address",
    theme="privacy",
    summary="An address that the whole internet can reach",
    reason=(
        "It tells where the customer's servers stand, to those too who look for a way in. Private "
        "addresses and version numbers are no matter of this rule."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n  The proxy at 81.169.145.66 rewrote the reply address that was registered."
    ),
    expected="""\
CASE-000417.md:3:16: error[public-ip-address] `81.…` is a public IP address
  help: write `<host1>`, as `kb fix --redact` does, or one of 192.0.2.0/24; `allowed_values` lets public ones stand""",
    good=Example(
        "cause: |\n"
        "  The proxy at 192.0.2.66 rewrote the reply address; build 81.169.145.66 does not."
    ),
    check_source=check_for(
        "public-ip-address",
        "write `<host1>`, as `kb fix --redact` does, or one of 192.0.2.0/24; `allowed_values` lets public ones stand",
    ),
)
