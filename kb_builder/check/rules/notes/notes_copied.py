from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kb_builder.check.copied import repeats
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.fields import NOTES
from kb_builder.model.record import Record

_HELP = {
    "cause": "say why it happens; what is seen stands in the symptom",
    "resolution": "write the steps that resolve it",
}


def check(record: Record, content: Content) -> Iterator[Finding]:
    fewest = content.settings.shortest_note_words
    copied: set[str] = set()
    for first, second in combinations(NOTES, 2):
        if second in copied:
            continue
        if repeats(getattr(record, second), getattr(record, first), fewest):
            copied.add(second)
            yield Finding((second,), f"the {second} repeats the {first}", _HELP[second])


RULE = Rule(
    name="notes-copied",
    theme="notes",
    summary="A cause or resolution that is copied from the symptom or the cause",
    reason=(
        "Each of the three answers a question of its own: what is seen, why, and what to do. Where "
        "one text stands in two places, one of the questions has no answer."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example(
        "symptom: The web page of Halyard Mail shows `HID50011` after signing in.\n"
        "cause: Web page of Halyard Mail shows `HID50011` after the signing in."
    ),
    expected="""\
CASE-000417.md:3:8: error[notes-copied] the cause repeats the symptom
  help: say why it happens; what is seen stands in the symptom""",
    good=Example(
        "symptom: The web page of Halyard Mail shows `HID50011` after signing in.\n"
        "cause: Its new web address was never registered as a reply address."
    ),
    check_record=check,
)
