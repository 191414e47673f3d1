"""The order of the entries by the words of a query; `scoring.js` in the browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kb_builder.index.lookup import Searched
from kb_builder.index.query import Tier
from kb_builder.index.source import Source

WORD_WEIGHT = 4
CODE_WEIGHT = 6
SYNONYM_WEIGHT = 2

FEWEST_NEAR = 10

TIERS: tuple[Tier, ...] = ("any", "most", "all")
_TIER_WORTH = 1_000_000
"""More than the words of any query can be worth together."""


def score(
    words: Sequence[Searched], extra: Sequence[Searched]
) -> tuple[Counter[int], dict[int, int]]:
    """What each entry is worth, and its place in TIERS where that is above the first."""
    totals: Counter[int] = Counter()
    having: Counter[int] = Counter()
    counted = 0
    for searched in words:
        weight = CODE_WEIGHT if searched.word.kind == "code" else WORD_WEIGHT
        for entry, worth in searched.worths.items():
            totals[entry] += weight * worth
        if searched.worths and searched.word.kind != "noise":
            counted += 1
            having.update(searched.prominent)
    for searched in extra:
        for entry, worth in searched.worths.items():
            totals[entry] += SYNONYM_WEIGHT * worth
    tiers = {
        entry: 2 if count == counted else 1
        for entry, count in having.items()
        if 3 * count >= 2 * counted
    }
    return totals, tiers


def near_best(totals: Mapping[int, int]) -> set[int]:
    """The entries that match nearly as well as the best, with at least a third of what it is worth.

    Where those are few, the first FEWEST_NEAR, and what is worth as much as the last of them.
    """
    best_first = sorted(totals.values(), reverse=True)
    least = best_first[:FEWEST_NEAR][-1] if best_first else 0
    return {e for e, total in totals.items() if 3 * total >= best_first[0] or total >= least}


def best(
    totals: Mapping[int, int], tiers: Mapping[int, int], most: int, source: Source
) -> list[int]:
    """The entries of the strictest tier first; in a tier, those worth most; then by their keys."""
    worths = {e: total + _TIER_WORTH * tiers.get(e, 0) for e, total in totals.items()}
    worst_first = sorted(worths.values())
    least = worst_first[-most] if most < len(worst_first) else 0
    found = [entry for entry, worth in worths.items() if worth >= least]
    return sorted(found, key=lambda entry: (-worths[entry], source.key(entry)))[:most]
