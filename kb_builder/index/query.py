"""A question to an index, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kb_builder.index.entry import Card

FACETS = ("product", "root_cause", "status", "kind", "year")
"""What hits are counted by, and can be narrowed to."""
FILTERS = (*FACETS, "closed")
"""What a query can be narrowed by: `closed` takes a date or a part of one, with `>`, `>=`, `<`,
`<=` before it, or two with `..` between them."""

Tier = Literal["signature", "all", "most", "any"]
"""How strictly a hit matches: by one of its signatures, or where all, most or any of the query's
words are what it is about."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    """May hold filters of its own, as `product:"Exchange Online" closed:>2026-01`."""
    limit: int = 10
    filters: Mapping[str, str] = field(default_factory=dict)
    """Values by the names of FILTERS."""
    facets: bool = False
    """Whether the answer says what the hits can be narrowed to."""


@dataclass(frozen=True, slots=True)
class Hit:
    card: Card
    score: int
    """Comparable within one answer only."""
    tier: Tier
    matched: tuple[str, ...]
    """Which of the query's words it has, in the query's order."""
    missing: tuple[str, ...]
    """Which of the words that were searched it lacks."""
    terms: frozenset[str]
    """What to mark in its texts: the terms that matched, with those that a synonym or a
    correction led to."""


@dataclass(frozen=True, slots=True)
class Words:
    """What became of the query's words; each as it stands in the query, and in its order."""

    searched: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    """What differs from case to case, and no record has: times, addresses, hosts, GUIDs."""
    unknown: tuple[str, ...] = ()
    """What no record has, nor any word near it."""
    unknown_codes: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    """The word that was searched for instead."""
    completed: Mapping[str, str] = field(default_factory=dict)
    """The likeliest of the words that the last one of the text may become."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The phrases that were searched for besides."""
    left_out: int = 0
    """How many words of a long text were not searched; its error lines and codes come first."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value to narrow the hits to, and how many they would be."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits first; where the scores are the same, in the order of their files."""

    hits: tuple[Hit, ...]
    found: int
    """How many entries pass that match nearly as well as the best of all, or are among the ten best.

    Where none of those passes, how many match at all, up to a hundred."""
    words: Words = field(default_factory=Words)
    filters: Mapping[str, str] = field(default_factory=dict)
    """Those of the query and of its text together."""
    unknown_filters: Mapping[str, str] = field(default_factory=dict)
    """Those whose value no entry has, each with the nearest that some have, or nothing."""
    facets: Mapping[str, tuple[Count, ...]] = field(default_factory=dict)
    """By each of FACETS, the most frequent first: how many would be found with that value
    in place of the facet's filter.
    `root_cause` has the paths of all topics above each."""
