"""The score of entries in a Whoosh reader: Whoosh stores postings and lengths, `ranking` says what they are worth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from kb_builder.index import ranking
from kb_builder.index.fields import SEARCH_FIELDS, SearchField
from kb_builder.index.query import Query
from kb_builder.index.text import well_formed

FILTERS = ("kind", "product")


class WhooshScores:
    """An open reader, with what the score needs to know of all its entries together.

    Entries go by Whoosh's numbers, which mean something within one reader only.
    """

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.count: int = reader.doc_count()

    @cached_property
    def _worths(self) -> dict[str, list[float]]:
        """What an occurrence is worth, by field and entry."""
        return {field.name: self._worths_in(field) for field in SEARCH_FIELDS}

    def _worths_in(self, field: SearchField) -> list[float]:
        lengths = [0] * self.reader.doc_count_all()
        for leaf, base in self.reader.leaf_readers():
            for number in leaf.all_doc_ids():
                lengths[base + number] = leaf.doc_field_length(number, field.name) or 0
        # Whoosh's own average would count deleted entries in.
        average = sum(lengths) / max(1, self.count)
        worth = {n: ranking.occurrence_worth(field, n, average) for n in set(lengths)}
        return [worth[length] for length in lengths]

    def impacts(self, term: str) -> dict[int, int]:
        """What the term adds to each entry's score."""
        frequencies: dict[int, float] = {}
        for field in SEARCH_FIELDS:
            worths = self._worths[field.name]
            for number, frequency in self._postings(field.name, term):
                worth = frequency * worths[number]
                frequencies[number] = frequencies.get(number, 0.0) + worth
        return ranking.impacts(frequencies, self.count)

    def allowed(self, query: Query) -> set[int] | None:
        """The entries that pass the query's filters; None where it has none."""
        allowed: set[int] | None = None
        for name in FILTERS:
            value = well_formed(getattr(query, name))
            if value:
                passing = {number for number, _ in self._postings(name, value)}
                allowed = passing if allowed is None else allowed & passing
        return allowed

    def vocabulary(self) -> list[str]:
        """Every term of every searched field, in order; deleted entries may leave some behind."""
        names = [field.name for field in SEARCH_FIELDS]
        return sorted({term.decode() for name in names for term in self.reader.lexicon(name)})

    def stored(self, number: int) -> dict[str, Any]:
        return dict(self.reader.stored_fields(number))

    def all_stored(self) -> Iterator[tuple[int, dict[str, Any]]]:
        yield from self.reader.iter_docs()

    def _postings(self, name: str, term: str) -> Iterator[tuple[int, float]]:
        """The entries that have the term in a field, with how often."""
        for leaf, base in self.reader.leaf_readers():
            if (name, term.encode()) in leaf:
                postings = leaf.postings(name, term)
                while postings.is_active():
                    yield base + postings.id(), postings.weight()
                    postings.next()
