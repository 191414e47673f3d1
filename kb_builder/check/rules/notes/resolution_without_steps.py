from __future__ import annotations

from kb_builder.check.conditions.notes import is_written
from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="resolution-without-steps",
    theme="notes",
    summary="A resolution that says that it was resolved, but not how",
    reason=(
        "That the customer is happy helps nobody who meets the issue next. They need what was "
        "changed, where, and how to see that it worked."
    ),
    step="case-closure#good-resolution",
    bad=Example(
        "resolution: |\n  Issue was fixed by the team. The customer confirmed that it works now."
    ),
    expected="""\
CASE-000417.md:3:3: error[resolution-without-steps] the resolution says that it was resolved, and not how
  help: write the steps: what was changed, where, to what, and how to check it""",
    good=Example(
        "resolution: |\n  Replace the reply address in Halyard Identity. The customer confirmed that "
        "it works."
    ),
    check_record=meets(
        NoPhrase(
            field="resolution",
            phrase="resolved",
            message="the resolution says that it was resolved, and not how",
            help="write the steps: what was changed, where, to what, and how to check it",
            unless=is_written("resolution"),
        )
    ),
)
