from __future__ import annotations

from kb_builder.check.conditions.values import NoPhrase, SaysSomething, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import MARKDOWN_FIELDS, NOTES

_NEEDED = ("title", *NOTES)
_WRITE = "write the text"
_OR_LEAVE_OUT = "where there is nothing to say, leave the field out"

RULE = Rule(
    name="placeholder-text",
    theme="notes",
    summary="A placeholder that was never replaced",
    reason=(
        "Somebody meant to come back and did not. The reader stops at the very place where the "
        "answer should be."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example(
        "cause: |\n"
        "  TODO: ask the identity team which reply address was registered, and since when."
    ),
    expected="""\
CASE-000417.md:3:3: error[placeholder-text] `TODO` stands where a text belongs
  help: write the text""",
    good=Example(
        "cause: |\n"
        "  The old web address was registered as the reply address since the move of 2 March."
    ),
    check_record=meets(
        *(
            NoPhrase(
                field=field,
                phrase="placeholder",
                message="{value} stands where a text belongs",
                help=_WRITE if field in _NEEDED else f"{_WRITE}; {_OR_LEAVE_OUT}",
                unless=(SaysSomething(field=field),) if field in NOTES else (),
            )
            for field in ("title", "status_reason", *MARKDOWN_FIELDS, "body")
        )
    ),
)
