from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="payment-card",
    theme="privacy",
    summary="The number of a payment card",
    reason=(
        "Whoever has it can pay with it, and the rules of the card companies forbid to keep it. It got "
        "into the case by mistake and must not get further."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n"
        "  The form sent the card 4539 1488 0343 6467 to the old reply address that was registered."
    ),
    expected="""\
CASE-000417.md:3:26: error[payment-card] `4539…` is the number of a payment card
  help: write `<card1>`, as `kb fix --redact` does, or a test number such as 4111 1111 1111 1111""",
    good=Example(
        "cause: |\n"
        "  The form sent the card 4111 1111 1111 1111 to the old reply address that was registered."
    ),
    check_source=check_for(
        "payment-card",
        "write `<card1>`, as `kb fix --redact` does, or a test number such as 4111 1111 1111 1111",
    ),
)
