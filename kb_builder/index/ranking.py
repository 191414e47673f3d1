"""BM25F: what one term in one entry is worth.

Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3.6:
the occurrences are weighted by field and by the fields' lengths first, and saturated then, so that
a word that stands in two fields does not count twice in full.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from kb_builder.index.fields import SATURATION, SearchField

SCALE = 8
"""Worths are whole numbers of eighths, so that every implementation adds up to the same. Finer
ones rank no better, and would make the published index larger."""


def occurrence_worth(field: SearchField, length: int, average_length: float) -> float:
    """What one occurrence of a term in a field counts, by the field's weight and length."""
    ratio = length / average_length if average_length else 1.0
    return field.weight / (1 - field.length_norm + field.length_norm * ratio)


def most_postings(entries: int) -> int:
    """In how many entries a term counts while nothing narrows the search: those where it is worth most.

    In the others a common word says little, and loading them all would make a search in the browser
    twice as large. The ranking is better for it, not worse.
    """
    return max(300, round(6.8 * math.sqrt(entries)))


def split_impacts(
    frequencies: Mapping[int, float], entries: int
) -> tuple[dict[int, int], dict[int, int]]:
    """What a term adds to the scores of the entries where it counts, and what in all others.

    `frequencies` are the sums of the occurrences' worth over the fields, by entry; `entries` is
    how many there are in all.
    """
    having = len(frequencies)
    most = most_postings(entries)
    least = sorted(frequencies.values())[-most] if most < having else 0.0
    kept: dict[int, int] = {}
    rest: dict[int, int] = {}
    for entry, worth in impacts(frequencies, having, entries).items():
        (kept if frequencies[entry] >= least else rest)[entry] = worth
    return kept, rest


def impacts(frequencies: Mapping[int, float], having: int, entries: int) -> dict[int, int]:
    """What a term that `having` of all `entries` have adds to the scores of some of them."""
    rarity = math.log(1 + (entries - having + 0.5) / (having + 0.5))
    return {
        entry: max(1, round(SCALE * rarity * frequency / (SATURATION + frequency)))
        for entry, frequency in frequencies.items()
    }
