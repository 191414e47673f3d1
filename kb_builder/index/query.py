"""A question to an index, and its answer."""

from __future__ import annotations

from dataclasses import dataclass

from kb_builder.index.entry import Card


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    limit: int = 10
    kind: str = ""
    """Only records of this kind, or only pages where it is `page`; all where empty."""
    product: str = ""
    """Only records of this product, where given."""


@dataclass(frozen=True, slots=True)
class Hit:
    card: Card
    score: int
    """Comparable within one answer only."""
    matched: tuple[str, ...]
    """Which of the query's words it has, in the query's order."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits first; where the scores are the same, in the order of their files."""

    hits: tuple[Hit, ...]
    found: int
    """How many entries match at all."""
    unknown: tuple[str, ...] = ()
    """The query's words that nothing in the index has."""
