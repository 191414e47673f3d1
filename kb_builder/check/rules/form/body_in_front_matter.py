from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.places import Places
from kb_builder.check.prose import prose
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.unknown_fields import belongs_in_body
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.record import Record
from kb_builder.model.words import count_words

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_MOST_WORDS = 800
_MOST_WORDS_UNDER_HEADINGS = 200


def check(record: Record, content: Content) -> Iterator[Finding]:
    help = "move it below the closing `---`, and leave what a reader needs first"
    for field in MARKDOWN_FIELDS:
        text = record.markdown()[field]
        # A word and the blank after it are two characters at least.
        if len(text) < 2 * _MOST_WORDS_UNDER_HEADINGS:
            continue
        readable = prose(text)
        words = count_words(readable)
        heading = _HEADING.search(readable)
        if heading and words > _MOST_WORDS_UNDER_HEADINGS:
            span = Places(record, field, text).span(heading.start(), heading.end())
            message = f"`{field}` has {words:,} words under headings, as a body has"
            yield Finding(span, message, help)
        elif words > _MOST_WORDS:
            yield Finding((field,), f"`{field}` has {words:,} words, as a body has", help)
    for name, value in (record.file.fields or {}).items():
        if belongs_in_body(name, value):
            message = f"{shown(name)} is no field, and its text is lost"
            help = "move the text below the closing `---`"
            yield Finding(record.file.key_span(name), message, help)


RULE = Rule(
    name="body-in-front-matter",
    theme="form",
    severity="hint",
    summary="A text in the front matter that belongs into the body",
    reason=(
        "The notes are what a reader sees first and what search weighs most: the symptom, the cause "
        "and the steps. Background, other ways and long logs stand in the body, below them. A text "
        "in a field that no record has is shown nowhere."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example("details: |\n  The server was moved on 2 March.\n  Nobody told the mail team."),
    expected="""\
CASE-000417.md:2:1: hint[body-in-front-matter] `details` is no field, and its text is lost
  help: move the text below the closing `---`""",
    good=Example(body="\nThe server was moved on 2 March.\nNobody told the mail team.\n"),
    check_record=check,
)
