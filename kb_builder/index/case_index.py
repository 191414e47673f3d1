"""What every back end of search answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kb_builder.index.entry import Card, Entry
from kb_builder.index.query import Hits, Query
from kb_builder.model.errors import KbError
from kb_builder.model.progress import Progress, unwatched


class IndexLockedError(KbError):
    """Another process has been writing the same index for longer than is waited for."""


class DamagedIndexError(KbError):
    """There is no index that can be searched; `update` makes one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update did."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class CaseIndex(Protocol):
    """A full-text index of entries, kept on disk as a cache of the content."""

    @property
    def folder(self) -> Path:
        """Where it is kept; another one where the format changes."""
        ...

    @property
    def generation(self) -> int:
        """Counts the updates, by whomever; -1 where there is no index."""
        ...

    @property
    def written(self) -> int:
        """The generation that the last `update` of this object made or met; -1 before."""
        ...

    @property
    def synonyms(self) -> Sequence[Sequence[str]]:
        """The site's groups of phrases that mean the same; applied when a query is answered."""
        ...

    def exists(self) -> bool:
        """Whether there is an index to search, whole and in the present format."""
        ...

    def update(self, entries: Iterable[Entry], progress: Progress = unwatched) -> Changes:
        """Make the index hold exactly `entries`; only those that changed cost time.

        Where the process dies on the way, the index answers as before; one that is damaged is made
        anew. Raises IndexLockedError.
        """
        ...

    def search(self, query: Query) -> Hits:
        """The best hits; never raises for what the query holds. Raises DamagedIndexError."""
        ...

    def cards(self) -> list[Card]:
        """The cards of all entries in the order of their keys; an entry's number is its place here."""
        ...

    def impacts(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        """Each term in order, with what it adds to the score of the entries, by number."""
        ...

    def postings(self) -> Iterator[tuple[str, Mapping[int, int], Mapping[int, int]]]:
        """The same, and what the term adds in the entries where only a narrowed search looks."""
        ...

    def words(self) -> Iterator[tuple[str, int]]:
        """Each plain word in order, as it is written, and how many entries have it."""
        ...

    def signatures(self) -> Iterator[tuple[int, str]]:
        """The entries' signatures, by number, in the order of the cards."""
        ...
