from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.phrases import placeholders
from kb_builder.check.places import Places
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    texts = {"title": record.title, "status_reason": record.status_reason, **record.markdown()}
    for field, text in texts.items():
        for start, end in placeholders(text):
            message = f"{shown(text[start:end])} stands where a text belongs"
            help = "write the text; where there is nothing to say, leave the field out"
            yield Finding(Places(record, field, text).span(start, end), message, help)


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
  help: write the text; where there is nothing to say, leave the field out""",
    good=Example(
        "cause: |\n"
        "  The old web address was registered as the reply address since the move of 2 March."
    ),
    check_record=check,
)
