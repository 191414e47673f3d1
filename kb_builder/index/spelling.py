"""Words near a misspelt one, as `site_templates/assets/kb/spelling.js` finds them in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[a-z]{3,40}\Z")
MOST_COMPLETIONS = 3


def is_correctable(word: str) -> bool:
    """Whether a folded word is one of plain letters, and long enough to be known by its spelling."""
    return bool(_PLAIN.match(word))


def edits_allowed(word: str) -> int:
    """One from four letters, two from eight."""
    return 2 if len(word) >= 8 else 1 if len(word) >= 4 else 0


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str:
    """The known word with the fewest edits, of those the most frequent; empty where none is near.

    `known` gives words that begin with the same letter, and how many entries have each.
    """
    most = edits_allowed(word)
    best: tuple[int, int, str] | None = None
    for other, count in known:
        if other != word and abs(len(other) - len(word)) <= most:
            edits = distance(word, other, most)
            if edits <= most and (best is None or (edits, -count, other) < best):
                best = edits, -count, other
    return best[2] if best else ""


def completions(start: str, known: Iterable[tuple[str, int]]) -> list[str]:
    """The most frequent known words that go on from `start`, at most MOST_COMPLETIONS."""
    found = [(-count, word) for word, count in known if word.startswith(start)]
    return [word for _, word in sorted(found)[:MOST_COMPLETIONS]]


def distance(one: str, other: str, most: int) -> int:
    """How many letters to insert, delete, replace or swap with the next; above `most` it may be more.

    The optimal string alignment distance (Damerau 1964, with each place edited once).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, its in enumerate(other):
            edits = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != its))
            if i and j and letter == other[j - 1] and its == one[i - 1]:
                edits = min(edits, before[j - 1] + 1)
            row.append(edits)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
