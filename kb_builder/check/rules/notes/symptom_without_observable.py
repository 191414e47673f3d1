from __future__ import annotations

from kb_builder.check.conditions.notes import is_long_enough, is_written
from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="symptom-without-observable",
    theme="notes",
    severity="hint",
    summary="A symptom in which nothing can be observed: no error text, no code, no behaviour",
    reason=(
        "The next customer brings an error text or tells what they see. A symptom that only says "
        "that there is a problem is neither found by it nor recognised."
    ),
    step="case-closure#good-symptom",
    bad=Example(
        "symptom: The customer has problems with Halyard Mail since the move of last week."
    ),
    expected="""\
CASE-000417.md:2:10: hint[symptom-without-observable] the symptom has no error text, code or behaviour
  help: write what was done, what was expected and what was seen, and quote the error text""",
    good=Example(
        "symptom: After the move of last week Halyard Mail shows an empty page to the customer."
    ),
    check_record=meets(
        NoPhrase(
            field="symptom",
            phrase="unobserved",
            message="the symptom has no error text, code or behaviour",
            help="write what was done, what was expected and what was seen, and quote the error text",
            unless=(*is_written("symptom"), is_long_enough("symptom")),
        )
    ),
)
