"""Several lists of hits to one, as `site_templates/assets/kb/join.js` joins them in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SCALE = 1_000_000
EVEN = 10
"""The higher, the less the first places of a list differ from the next."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one way of searching found: the entries, the best first."""

    weight: int
    entries: Sequence[int]


WORDS = 1
"""The weight of the hits by words, which ranking by meaning will stand beside."""
SIGNATURES = 100
"""That of the hits by signature: so much that the last of them comes before any hit by words."""


def join(lists: Iterable[Ranked]) -> dict[int, int]:
    """The score of each entry, the best first: its places in the lists, weighted and added up.

    Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), in whole numbers. Entries with the
    same score stay in the order in which the lists name them.
    """
    scores: dict[int, int] = {}
    for ranked in lists:
        for place, entry in enumerate(ranked.entries):
            worth = ranked.weight * SCALE // (EVEN + place)
            scores[entry] = scores.get(entry, 0) + worth
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


def successors_first(scores: Mapping[int, int], successors: Mapping[int, int]) -> dict[int, int]:
    """The same, with each entry that another supersedes just after that one, which may be added."""
    placed: dict[int, int] = {}
    for first, first_score in scores.items():
        chain: dict[int, int] = {}
        entry: int | None = first
        score = first_score
        while entry is not None and entry not in placed and entry not in chain:
            score = max(score, scores.get(entry, 0))
            chain[entry] = score
            entry = successors.get(entry)
        placed.update(reversed(chain.items()))
    return placed
