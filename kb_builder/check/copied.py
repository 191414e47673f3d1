"""Whether one note says, word for word or nearly so, what another says."""

from __future__ import annotations

from collections import Counter

from kb_builder.model.words import WORD

_SHARE_ALIKE = 0.8
"""How many of the words of both must be the same, each counted as often as it occurs."""


def repeats(text: str, earlier: str, fewest: int) -> bool:
    """Whether `text` adds next to nothing to `earlier`: it is within it, or nearly equal to it.

    Texts of fewer words than `fewest` are not judged.
    """
    words, others = _words(text), _words(earlier)
    if min(len(words), len(others)) < fewest:
        return False
    if f" {' '.join(words)} " in f" {' '.join(others)} ":
        return True
    ours, theirs = Counter(words), Counter(others)
    return (ours & theirs).total() >= _SHARE_ALIKE * (ours | theirs).total()


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
