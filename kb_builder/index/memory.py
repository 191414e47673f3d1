"""A few entries ranked among themselves, as they would be in an index of all, and without one.

An index of thousands takes longer to make than a check may take. Which of a few records comes first
depends on the others only by how many there are, how long their fields are and how rare the terms
are, and for that estimates will do.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb_builder.index import ranking
from kb_builder.index.analyzer import terms
from kb_builder.index.entry import Card, Entry
from kb_builder.index.fields import SEARCH_FIELDS
from kb_builder.index.text import plain


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of all entries together."""

    count: int
    having: Callable[[str], int]
    """In about how many entries a term is."""
    lengths: Mapping[str, float]
    """How many terms a field has on the average."""
    synonyms: Sequence[Sequence[str]] = ()


ALL_FIELDS = tuple(field.name for field in SEARCH_FIELDS)


def field_terms(entry: Entry, fields: Iterable[str] = ALL_FIELDS) -> dict[str, list[str]]:
    """The terms of an entry, by the search field in which they are."""
    return {name: terms(plain(entry.texts.get(name, ""))) for name in fields}


def average_lengths(sample: Sequence[Mapping[str, Sequence[str]]]) -> dict[str, float]:
    """How many terms the entries of a sample have in each field on the average."""
    return {
        field.name: sum(len(of[field.name]) for of in sample) / max(1, len(sample))
        for field in SEARCH_FIELDS
    }


class MemoryScores:
    """Some entries as a Source that knows no filters; they go by their places."""

    most_postings = sys.maxsize

    def __init__(
        self,
        entries: Sequence[Entry],
        found: Sequence[Mapping[str, Sequence[str]]],
        surroundings: Surroundings,
    ) -> None:
        """`found` are the terms of the entries by field; of fields that are left out none count."""
        self.entries, self.surroundings = entries, surroundings
        self.synonyms = surroundings.synonyms
        self._frequencies = [_frequencies(each, surroundings.lengths) for each in found]

    def impacts(self, term: str) -> tuple[Mapping[int, int], Mapping[int, int]]:
        frequencies = {n: of[term] for n, of in enumerate(self._frequencies) if term in of}
        having = max(len(frequencies), self.surroundings.having(term))
        return ranking.impacts(frequencies, having, self.surroundings.count), {}

    def spellings(self, letter: str) -> Iterable[tuple[str, int]]:
        return ()

    def values(self, name: str) -> Iterable[str]:
        return ()

    def passing(self, name: str, value: str) -> set[int]:
        return set()

    def signatures(self) -> Iterable[tuple[int, str]]:
        in_order = sorted(range(len(self.entries)), key=self.key)
        return [(n, pattern) for n in in_order for pattern in self.entries[n].signatures]

    def successor(self, entry: int) -> int | None:
        wanted = self.entries[entry].card.superseded_by
        found = [n for n, other in enumerate(self.entries) if wanted and other.card.id == wanted]
        return min(found, key=self.key, default=None)

    def key(self, entry: int) -> str:
        return self.entries[entry].key

    def card(self, entry: int) -> Card:
        return self.entries[entry].card


def _frequencies(
    found: Mapping[str, Sequence[str]], lengths: Mapping[str, float]
) -> dict[str, float]:
    """What the occurrences of each term count together, as `whoosh_scores` counts them."""
    frequencies: dict[str, float] = {}
    for field in SEARCH_FIELDS:
        terms_of_field = found.get(field.name, ())
        worth = ranking.occurrence_worth(field, len(terms_of_field), lengths[field.name])
        for term, count in Counter(terms_of_field).items():
            frequencies[term] = frequencies.get(term, 0.0) + count * worth
    return frequencies
