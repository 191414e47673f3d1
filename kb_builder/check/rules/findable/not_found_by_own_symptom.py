from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kb_builder.check.example_articles import NEIGHBOURS
from kb_builder.check.likeness import Likeness, know_each_other, likeness
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.index.entry import Entry, record_entry
from kb_builder.index.memory import (
    ALL_FIELDS,
    MemoryScores,
    Surroundings,
    average_lengths,
    field_terms,
)
from kb_builder.index.query import Query
from kb_builder.index.search import search
from kb_builder.index.text import plain
from kb_builder.model.content import Content

_FIRST = 3
_FEWEST_TERMS = 2
_MOST_RANKED = 12
_MATTER_MOST = ("title", "symptom", "customer_words", "codes", "cause")
_SAMPLE = 200
"""From so many records the lengths of all are estimated."""


def check(content: Content) -> Iterator[Finding]:
    records, alike = content.records, content.once(likeness)

    @lru_cache(maxsize=1024)
    def entry(number: int) -> Entry:
        return record_entry(records[number])

    surroundings: Surroundings | None = None
    for number, record in enumerate(records):
        if not record.id or record.withdrawn or len(alike.symptoms[number]) < _FEWEST_TERMS:
            continue
        others = [
            other
            for other in alike.answering(number)
            if records[other].id and not know_each_other(record, records[other])
        ][:_MOST_RANKED]
        if len(others) < _FIRST:
            continue
        surroundings = surroundings or _surroundings(content, alike)
        # Most are found by what matters most already, and their other texts need not be read.
        before: list[str] = []
        for fields in (_MATTER_MOST, ALL_FIELDS):
            before = _before([entry(each) for each in (number, *others)], fields, surroundings)
            if len(before) < _FIRST:
                break
        else:
            first, second, third = map(shown, before[:_FIRST])
            message = f"its own symptom finds {first}, {second} and {third} before it"
            help = (
                "quote the exact error text or code, and say what sets the issue apart; where it is "
                "one of these, withdraw it in favour of that one or relate the two"
            )
            yield Finding(record.file.span("symptom"), message, help)


def _surroundings(content: Content, alike: Likeness) -> Surroundings:
    records = content.records
    sample = records[:: len(records) // _SAMPLE + 1]
    lengths = average_lengths([field_terms(record_entry(record)) for record in sample])
    return Surroundings(len(records), alike.having, lengths, content.synonyms.groups)


def _before(
    entries: Sequence[Entry], fields: Sequence[str], surroundings: Surroundings
) -> list[str]:
    """The ids that a search for the symptom of the first entry gives before its own."""
    source = MemoryScores(entries, [field_terms(each, fields) for each in entries], surroundings)
    own = entries[0]
    answer = search(Query(plain(own.texts["symptom"]), limit=len(entries)), source)
    ids = [hit.card.id for hit in answer.hits]
    return ids[: ids.index(own.card.id)] if own.card.id in ids else ids


RULE = Rule(
    name="not-found-by-own-symptom",
    theme="findable",
    severity="warning",
    summary="A record that a search for its own symptom does not give among the first three",
    reason=(
        "The next agent searches with what the customer reports, which is the symptom at best. What "
        "does not come up then is not found, and the case is solved a second time."
    ),
    step="case-closure#good-symptom",
    bad=Example(
        "title: Users are sent back to the first page after a change of the server's address\n"
        "symptom: |\n  Halyard Mail on the web shows `Sign-in failed` to the user.",
        kind="article",
        files=NEIGHBOURS,
    ),
    expected="""\
KB-000108.md:3:10: warning[not-found-by-own-symptom] its own symptom finds `KB-000021`, `KB-000022` and `KB-000023` before it
  help: quote the exact error text or code, and say what sets the issue apart; where it is one of these, withdraw it in favour of that one or relate the two""",
    good=Example(
        "title: Users are sent back to the first page after a change of the server's address\n"
        "symptom: |\n"
        "  Halyard Mail on the web shows `Sign-in failed` to the user. The log of the server says\n"
        "  `HID50011: the reply address does not match`.",
        kind="article",
        files=NEIGHBOURS,
    ),
    check_content=check,
    needs_all_records=True,
)
