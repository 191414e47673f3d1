from __future__ import annotations

from kb_builder.check.conditions.values import SaysSomething, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import NOTES

_HELP = {
    "symptom": "say what was done, what was expected and what was seen, with the exact error text",
    "cause": "say why it happens, and how that was shown; or what was ruled out",
    "resolution": "write the steps that resolve it, and how to check that they did",
}


RULE = Rule(
    name="empty-notes",
    theme="notes",
    summary="A symptom, cause or resolution that is missing or says nothing",
    reason=(
        "An agent finds a record by its symptom, recognises it by its cause and works by its "
        "resolution. Where one of the three is empty, the other two help nobody."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example("cause: |\n  -"),
    expected="""\
CASE-000417.md:2:8: error[empty-notes] the cause says nothing
  help: say why it happens, and how that was shown; or what was ruled out""",
    good=Example(
        "cause: |\n  The old web address of the server stayed registered as the reply address."
    ),
    check_record=meets(
        *(
            SaysSomething(
                field=field,
                message=f"the {field} is missing",
                written=f"the {field} says nothing",
                help=_HELP[field],
            )
            for field in NOTES
        )
    ),
)
