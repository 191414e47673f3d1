from __future__ import annotations

from kb_builder.check.privacy.finding import check_for
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="phone-number",
    theme="privacy",
    summary="A phone number that may be a person's",
    reason=(
        "It belongs to somebody who gave it to one agent for one case. On a site it is read by all, and "
        "it resolves nothing."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "cause: |\n"
        "  The old reply address stayed registered; the administrator is at +44 20 7183 8750."
    ),
    expected="""\
CASE-000417.md:3:68: error[phone-number] `+44 …` is a phone number
  help: leave it out or write `<phone1>`, as `kb fix --redact` does; `allowed_values` lets public ones stand""",
    good=Example(
        "cause: |\n"
        "  The old reply address stayed registered; callers at +1 425 555 0123 saw it too."
    ),
    check_source=check_for(
        "phone-number",
        "leave it out or write `<phone1>`, as `kb fix --redact` does; `allowed_values` lets public ones stand",
    ),
)
