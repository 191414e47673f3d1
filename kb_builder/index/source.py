"""What a search needs to know of an index."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kb_builder.index.entry import Card


class Terms(Protocol):
    """What an index knows of terms and words; its entries go by numbers of its own."""

    synonyms: Sequence[Sequence[str]]
    """Groups of phrases that mean the same."""
    most_postings: int
    """In how many entries a term counts while no filter narrows the search."""

    def impacts(self, term: str) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """What the term adds to the scores of the entries where it counts, and in all others."""
        ...

    def spellings(self, letter: str) -> Iterable[tuple[str, int]]:
        """The words that begin with the letter, as they are written, and how many entries have each."""
        ...


class Source(Terms, Protocol):
    def values(self, name: str) -> Iterable[str]:
        """Every value of a facet."""
        ...

    def passing(self, name: str, value: str) -> set[int]:
        """The entries that a filter lets through."""
        ...

    def signatures(self) -> Iterable[tuple[int, str]]:
        """Entries with a regular expression each, in the order of their keys."""
        ...

    def successor(self, entry: int) -> int | None:
        """The entry that supersedes another."""
        ...

    def key(self, entry: int) -> str:
        """What entries with the same score are ordered by."""
        ...

    def card(self, entry: int) -> Card: ...


class Everywhere:
    """The same terms, counting in every entry: among the few that pass a filter none may be missed."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self.synonyms = terms.synonyms
        self.most_postings = sys.maxsize

    def impacts(self, term: str) -> tuple[Mapping[int, int], Mapping[int, int]]:
        kept, rest = self._terms.impacts(term)
        return ({**kept, **rest} if rest else kept), {}

    def spellings(self, letter: str) -> Iterable[tuple[str, int]]:
        return self._terms.spellings(letter)
