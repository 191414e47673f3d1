from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="mail-address",
    theme="privacy",
    summary="A mail address",
    reason=(
        "Whoever reads the site reads it too, and who wrote to the customer's support learns who works "
        "there. The next case needs to know what was done, not by whom."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n"
        "  The mailbox ida.berg@northgate-freight.com kept the old reply address since the move."
    ),
    expected="""\
CASE-000417.md:3:15: error[mail-address] `ida.…` is a mail address
  help: write `<user1>`, as `kb fix --redact` does, or a name at `example.com`; `allowed_values` lets public ones stand""",
    good=Example(
        "cause: |\n  The mailbox `ida@mail.example.com` kept the old reply address since the move."
    ),
    check_source=check_for(
        "mail-address",
        "write `<user1>`, as `kb fix --redact` does, or a name at `example.com`; `allowed_values` lets public ones stand",
    ),
)
