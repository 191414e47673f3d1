from __future__ import annotations

from kb_builder.check.conditions.notes import is_long_enough, is_written
from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import NOTES

_BY_OTHER_RULES = {"cause": ("unknown",), "resolution": ("resolved",)}


RULE = Rule(
    name="notes-too-short",
    theme="notes",
    summary="A symptom, cause or resolution of a few words only",
    reason=(
        "Few words are searched by few people: a symptom without its error text is not found, and a "
        "resolution without its steps has to be found out again."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example("cause: Wrong setting."),
    expected="""\
CASE-000417.md:2:8: error[notes-too-short] the cause has 2 words, where 5 are the fewest
  help: write it for a colleague who does not know the case""",
    good=Example("cause: The reply address still had the old host name."),
    check_record=meets(
        *(
            is_long_enough(
                field,
                message=f"the {field} has {{count}}, where {{fewest}} are the fewest",
                help="write it for a colleague who does not know the case",
                unless=(
                    *is_written(field),
                    NoPhrase(field=field, phrase="picture"),
                    *(NoPhrase(field=field, phrase=p) for p in _BY_OTHER_RULES.get(field, ())),
                ),
            )
            for field in NOTES
        )
    ),
)
