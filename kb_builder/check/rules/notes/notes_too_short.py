from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.phrases import is_empty, placeholders, references_elsewhere
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.fields import NOTES
from kb_builder.model.record import Record
from kb_builder.model.words import count_words


def check(record: Record, content: Content) -> Iterator[Finding]:
    fewest = content.settings.shortest_note_words
    for field in NOTES:
        text = record.markdown()[field]
        words = count_words(text)
        if words < fewest and not _has_a_worse_defect(text):
            count = "1 word" if words == 1 else f"{words} words"
            message = f"the {field} has {count}, where {fewest} are the fewest"
            yield Finding((field,), message, "write it for a colleague who does not know the case")


def _has_a_worse_defect(text: str) -> bool:
    return is_empty(text) or any(placeholders(text)) or any(references_elsewhere(text))


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
    check_record=check,
)
