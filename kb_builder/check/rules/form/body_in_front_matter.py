from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.markdown.places import Places
from kb_builder.check.markdown.prose import prose
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.record import Record
from kb_builder.model.words import count_words

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_MOST_WORDS = 800
_MOST_WORDS_UNDER_HEADINGS = 500
_FEWEST_CHARACTERS = 2
"""Of a word and the blank after it."""


def check(record: Record, content: Content) -> Iterator[Finding]:
    help = "move what a reader does not need first below the closing `---`"
    for field in MARKDOWN_FIELDS:
        text = record.markdown()[field]
        is_short_note = field in ("symptom", "cause")
        most = _MOST_WORDS_UNDER_HEADINGS if _HEADING.search(text) else _MOST_WORDS
        is_long = len(text) > most * _FEWEST_CHARACTERS
        if not is_long and not (is_short_note and _HEADING.search(text)):
            continue
        readable = prose(text)
        words = _count(readable) if is_long else 0
        heading = _HEADING.search(readable)
        if heading and (is_short_note or words > _MOST_WORDS_UNDER_HEADINGS):
            span = Places(record, field, text).span(heading.start(), heading.end())
            yield Finding(span, f"`{field}` has a heading, as a body has", help)
        elif words > _MOST_WORDS:
            yield Finding((field,), f"`{field}` has {words:,} words, as a body has", help)


def _count(text: str) -> int:
    """The words of a long text; to count what stands between blanks is far quicker."""
    return len(text.split()) if text.isascii() else count_words(text)


RULE = Rule(
    name="body-in-front-matter",
    theme="form",
    severity="hint",
    summary="A field that holds what belongs into the body",
    reason=(
        "The fields are what a reader sees first and what search weighs most: the symptom, the "
        "cause, and the steps. Background, further ways and long logs stand in the body, below "
        "them; in the fields they bury what matters."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example(
        "cause: |\n"
        "  The old web address stayed registered as the reply address.\n\n"
        "  ## Background\n\n"
        "  Reply addresses are compared letter by letter."
    ),
    expected="""\
CASE-000417.md:5:3: hint[body-in-front-matter] `cause` has a heading, as a body has
  help: move what a reader does not need first below the closing `---`""",
    good=Example(
        "cause: |\n  The old web address stayed registered as the reply address.",
        body="\n## Background\n\nReply addresses are compared letter by letter.\n",
    ),
    check_record=check,
)
