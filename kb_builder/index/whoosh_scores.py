"""What a search asks of a Whoosh reader: Whoosh stores postings and lengths, `ranking` says what
they are worth."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from kb_builder.index import query, ranking
from kb_builder.index.entry import Card
from kb_builder.index.fields import SEARCH_FIELDS, SearchField
from kb_builder.index.filters import closed_test
from kb_builder.index.search import facet_values
from kb_builder.index.text import well_formed

FILTERS = (*query.FILTERS, "id")
"""The fields of exact values: those of the filters, and what a successor is found by."""
WORDS = "words"
"""The field of the plain words as they are written."""
SIGNED = "signed"
"""The field of those that have signatures."""
LENGTHS = "lengths"
"""The column of how many terms an entry has in each of the searched fields."""
_LENGTH = "I"
LENGTHS_BYTES = array(_LENGTH).itemsize * len(SEARCH_FIELDS)


def packed_lengths(lengths: Iterable[int]) -> bytes:
    """What an entry has in LENGTHS: Whoosh's own lengths are rounded, and slow to read."""
    return array(_LENGTH, lengths).tobytes()


def filter_values(name: str, card: Card) -> set[str]:
    """What an entry has in a field of FILTERS."""
    if name in query.FACETS:
        return set(facet_values(name, card))
    value = str(getattr(card, name))
    return {value} if value else set()


class WhooshScores:
    """An open reader as a Source, with what the score needs to know of all its entries together.

    Entries go by Whoosh's numbers, which mean something within one reader only.
    """

    def __init__(self, reader: Any, synonyms: Sequence[Sequence[str]] = ()) -> None:
        self.reader = reader
        self.synonyms = synonyms
        self.count: int = reader.doc_count()
        self._has_dead = bool(reader.has_deletions())
        self.most_postings = ranking.most_postings(self.count)
        self._stored: dict[int, dict[str, Any]] = {}
        self.impacts = lru_cache(maxsize=256)(self.read_impacts)

    @cached_property
    def _worths(self) -> dict[str, list[float]]:
        """What an occurrence is worth, by field and entry."""
        lengths = array(_LENGTH)
        for leaf, _ in self.reader.leaf_readers():
            if leaf.doc_count_all():
                lengths.frombytes(b"".join(leaf.column_reader(LENGTHS)))
        fields = len(SEARCH_FIELDS)
        return {
            field.name: self._worths_in(field, lengths[at::fields])
            for at, field in enumerate(SEARCH_FIELDS)
        }

    def _worths_in(self, field: SearchField, lengths: array[int]) -> list[float]:
        dead = (
            [n for n in range(len(lengths)) if self.reader.is_deleted(n)] if self._has_dead else ()
        )
        average = (sum(lengths) - sum(lengths[n] for n in dead)) / max(1, self.count)
        worth = {n: ranking.occurrence_worth(field, n, average) for n in set(lengths)}
        return [worth[length] for length in lengths]

    def read_impacts(self, term: str) -> tuple[dict[int, int], dict[int, int]]:
        """As `impacts`, but not kept in memory."""
        frequencies: dict[int, float] = {}
        for field in SEARCH_FIELDS:
            worths = self._worths[field.name]
            for number, frequency in self._postings(field.name, term):
                worth = frequency * worths[number]
                frequencies[number] = frequencies.get(number, 0.0) + worth
        return ranking.split_impacts(frequencies, self.count)

    def spellings(self, letter: str) -> Iterator[tuple[str, int]]:
        for term in self.reader.expand_prefix(WORDS, letter):
            count = self._count_alive(WORDS, term)
            if count:
                yield term.decode(), count

    def values(self, name: str) -> list[str]:
        found = self.reader.lexicon(name)
        return [term.decode() for term in found if self._count_alive(name, term)]

    def passing(self, name: str, value: str) -> set[int]:
        if name not in query.FILTERS:  # a field that is searched is no filter
            return set()
        values = [well_formed(value)]
        if name == "closed":
            values = list(filter(closed_test(value), self.values(name)))
        return {number for each in values for number, _ in self._postings(name, each)}

    def signatures(self) -> list[tuple[int, str]]:
        signed = sorted((number for number, _ in self._postings(SIGNED, "yes")), key=self.key)
        return [
            (n, pattern) for n in signed for pattern in json.loads(self.stored(n)["signatures"])
        ]

    def successor(self, entry: int) -> int | None:
        superseded_by = self.card(entry).superseded_by
        found = [n for n, _ in self._postings("id", superseded_by)] if superseded_by else []
        return min(found, key=self.key, default=None)

    def key(self, entry: int) -> str:
        return str(self.stored(entry)["key"])

    def card(self, entry: int) -> Card:
        return Card(**json.loads(self.stored(entry)["card"]))

    def vocabulary(self) -> list[str]:
        """Every term of every searched field, in order; deleted entries may leave some behind."""
        names = [field.name for field in SEARCH_FIELDS]
        return sorted({term.decode() for name in names for term in self.reader.lexicon(name)})

    def by_key(self) -> list[int]:
        """All entries in the order of their keys."""
        found = [(str(stored["key"]), number) for number, stored in self.reader.iter_docs()]
        return [number for _, number in sorted(found)]

    def stored(self, number: int) -> dict[str, Any]:
        if number not in self._stored:
            self._stored[number] = dict(self.reader.stored_fields(number))
        return self._stored[number]

    def _count_alive(self, name: str, term: bytes) -> int:
        """In how many entries a term is; Whoosh's own count has the deleted ones in."""
        if not self._has_dead:
            return int(self.reader.doc_frequency(name, term))
        return sum(1 for _ in self._postings(name, term.decode()))

    def _postings(self, name: str, term: str) -> Iterator[tuple[int, float]]:
        """The entries that have the term in a field, with how often."""
        for leaf, base in self.reader.leaf_readers():
            if (name, term.encode()) in leaf:
                postings = leaf.postings(name, term)
                while postings.is_active():
                    yield base + postings.id(), postings.weight()
                    postings.next()
