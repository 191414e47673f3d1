"""Text to terms: codes and identifiers whole and in parts, words as their stems.

`site_templates/assets/search/analyzer.js` does the same in the browser; a test holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

_COMPOUND = re.compile(r"[^\W_]+(?:['’._\-\\/:@#$+]+[^\W_]+)*")
"""A run of letters and digits, with single signs between them that join identifiers."""
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HEX = re.compile(r"0x[0-9a-f]+\Z")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\Z")
_LONGEST = 80

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "me",
        "my",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "too",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)


class Token(NamedTuple):
    """One term, and the stretch of the text that it came from."""

    term: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The terms of a text in its order; an identifier gives itself and then its parts."""
    for match in _COMPOUND.finditer(text):
        whole, start = match[0], match.start()
        parts = list(_PART.finditer(whole))
        folded = whole.casefold().replace("’", "'")
        if len(parts) > 1 and len(whole) <= _LONGEST:
            yield Token(folded, start, match.end())
        for part in parts:
            single = len(parts) == 1
            for term in _terms_of_part(part[0], whole_is_single=single):
                yield Token(term, start + part.start(), start + part.end())


def terms(text: str) -> list[str]:
    """The terms of a text, as often as they occur."""
    return [token.term for token in tokens(text)]


def _terms_of_part(part: str, *, whole_is_single: bool) -> Iterator[str]:
    folded = part.casefold().replace("’", "'")[:_LONGEST]
    if folded in STOP_WORDS:
        return
    if _LETTERS.match(folded):
        yield stem(folded)
        humps = _HUMP.findall(part)
        if len(humps) > 1 and len(part) == sum(map(len, humps)) and not part.isupper():
            yield from (stem(hump.lower()) for hump in humps if len(hump) > 2)
        return
    # Single digits out of `5.7.1` would match everything; `5.7.1` itself is what counts.
    if whole_is_single or len(folded) > 1:
        yield folded
    if not folded.isdigit() and not _HEX.match(folded):
        yield from (stem(hump.lower()) for hump in _HUMP.findall(part) if len(hump) > 2)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball English (porter2) stem of a word in lower case."""
    return str(_STEMMER.stemWord(word))


_STEMMER = Stemmer.Stemmer("english")
