from __future__ import annotations

from kb_builder.check.conditions.values import MatchesPattern, meets
from kb_builder.check.fields import KIND_NAMES
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="bad-id",
    theme="form",
    summary="An id that is not written as those of its kind are",
    reason=(
        "Colleagues find a record by the number that Service Desk gave it, and type it in full. An "
        "id of another form is found by nobody, and sorts among the wrong ones."
    ),
    step="case-closure#publish-the-record",
    bad=Example("id: CASE-417"),
    expected="""\
CASE-000417.md:2:5: error[bad-id] `CASE-417` is not the id of a case
  help: it has the form `CASE-\\d{6}`""",
    good=Example("id: CASE-000417"),
    check_record=meets(
        *(
            MatchesPattern(
                field="id",
                kinds=(kind,),
                message=f"{{value}} is not the id of {name}",
                help="it has the form `{pattern}`",
            )
            for kind, name in KIND_NAMES.items()
        )
    ),
)
