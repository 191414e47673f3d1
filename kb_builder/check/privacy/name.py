"""Names that the settings deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb_builder.check.privacy.found import Found

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=8)
def _by_first_word(names: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """The names as expressions, by the word that each starts with."""
    by_word: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        words = name.split()
        if first := _WORD.search(name):
            by_word.setdefault(first[0].casefold(), []).append(
                r"\s{1,3}".join(map(re.escape, words))
            )
    return {
        word: re.compile(rf"(?<!\w)(?:{'|'.join(same)})(?!\w)", re.IGNORECASE)
        for word, same in by_word.items()
    }


def denied_names(text: str, names: tuple[str, ...]) -> Iterator[Found]:
    """Whole words only, in upper or lower case; over the end of a line too."""
    if not names:
        return
    expressions = _by_first_word(names)
    words = set(_WORD.findall(text.casefold()))
    for word in sorted(words & expressions.keys()):
        for match in expressions[word].finditer(text):
            value = " ".join(match[0].split()).casefold()
            yield Found(*match.span(), value, "a name that is not to be published")
