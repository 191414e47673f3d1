"""The part of a text that matches a query, as `site_templates/assets/kb/passage.js` finds it."""

from __future__ import annotations

import re
from collections.abc import Set

from kb_builder.index.analyzer import tokens

_WORD = re.compile(r"\S+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
"""A word without the punctuation around it."""


def passage(text: str, terms: Set[str], length: int) -> list[tuple[str, bool]]:
    """The stretch of about `length` characters that has most of the terms, cut between words.

    In pieces, each with whether it is to be marked. The first such stretch, where several have as
    many; an ellipsis stands where something is left out.
    """
    words = [(match.span(), _matched(match[0], terms)) for match in _WORD.finditer(text)]
    if not words:
        return []
    first, last = _best_window(words, length)
    pieces: list[tuple[str, bool]] = [("… ", False)] if first else []
    at = words[first][0][0]
    for (begin, finish), matched in words[first : last + 1]:
        core = _CORE.search(text, begin, finish) if matched else None
        if core:
            start, end = core.span()
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    pieces.append((text[at : words[last][0][1]], False))
    if last < len(words) - 1:
        pieces.append((" …", False))
    return [piece for piece in pieces if piece[0]]


def _matched(word: str, terms: Set[str]) -> frozenset[str]:
    return frozenset(token.term for token in tokens(word)) & terms


def _best_window(
    words: list[tuple[tuple[int, int], frozenset[str]]], length: int
) -> tuple[int, int]:
    """The first and the last word of the window with the most different terms."""
    best, best_window = -1, (0, 0)
    counts: dict[str, int] = {}
    end = -1
    for first, ((start, _), _) in enumerate(words):
        while end < len(words) - 1 and (end < first or words[end + 1][0][1] - start <= length):
            end += 1
            for term in words[end][1]:
                counts[term] = counts.get(term, 0) + 1
        if len(counts) > best:
            best, best_window = len(counts), (first, end)
        for term in words[first][1]:
            counts[term] -= 1
            if not counts[term]:
                del counts[term]
    return best_window
