"""What a search needs to know of an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kb_builder.index.entry import Card


class Source(Protocol):
    """An index whose entries go by numbers of its own."""

    synonyms: Sequence[Sequence[str]]
    """Groups of phrases that mean the same."""

    def impacts(self, term: str) -> Mapping[int, int]:
        """What the term adds to the entries' scores."""
        ...

    def spellings(self, letter: str) -> Iterable[tuple[str, int]]:
        """The words that begin with the letter, as they are written, and how many entries have each."""
        ...

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
