"""Whether one note says, word for word or nearly so, what another says."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kb_builder.model.words import words_in

_SHARE_ALIKE = 0.8
"""How many of the words of both must be the same, each counted as often as it occurs."""

_MOST_LONGER = 2
"""A text that is longer than so many times another adds to it, whatever its words."""

_START = 200
"""Characters of a text by which it is seen at a glance that another does not hold it."""


def repeats(text: str, earlier: str, fewest: int) -> bool:
    """Whether `text` adds next to nothing to `earlier`: it is within it, or nearly equal to it.

    Texts of fewer words than `fewest` are not judged.
    """
    if len(text) > _MOST_LONGER * len(earlier):
        return False
    # Most notes differ so much that it shows without a look at each word.
    if _is_much_shorter(text, earlier) and not _may_be_within(text, earlier):
        return False
    words, others = words_of(text), words_of(earlier)
    if min(len(words), len(others)) < fewest:
        return False
    if f" {' '.join(words)} " in f" {' '.join(others)} ":
        return True
    ours, theirs = Counter(words), Counter(others)
    return (ours & theirs).total() >= _SHARE_ALIKE * (ours | theirs).total()


def _is_much_shorter(text: str, earlier: str) -> bool:
    """Whether the one has so few characters that it can hardly have most of the other's words."""
    return _MOST_LONGER * len(text) < len(earlier)


def _may_be_within(text: str, earlier: str) -> bool:
    """Whether the longest of the first words is somewhere in the other text."""
    first = words_in(text[:_START].rpartition(" ")[0] or text[:_START])
    return not first or max(first, key=len).rstrip(".-'’").casefold() in earlier.casefold()


@lru_cache(maxsize=16)  # for each note of a record is compared with the others
def words_of(text: str) -> list[str]:
    """The words as they are compared: without their case, and without the full stop behind them."""
    return [word.rstrip(".-'’") for word in words_in(text.casefold())]
