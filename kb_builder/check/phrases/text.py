"""What the phrases have in common: how a stretch is told, and how a pattern is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kb_builder.check.prose import CODE, prose

Stretch = tuple[int, int]
"""Start and end of a phrase in the text."""

GAP = r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)"
"""Blanks and at most one line end, which a blank in a pattern stands for."""

_HEAD = 100
LONGEST = 100_000
"""Characters of a text in which phrases are sought: what follows is a log."""


def is_empty(text: str) -> bool:
    """Whether nothing would be read: only blanks, comments and signs of Markdown."""
    head = text[:_HEAD]
    if not any(map(text.__contains__, ("<!--", "```", "~~~"))) and any(map(str.isalnum, head)):
        return False
    return not any(character.isalnum() or character == CODE for character in prose(text))


def whole(text: str, pattern: re.Pattern[str]) -> Iterator[Stretch]:
    """The text without the blanks around it, where all of it matches."""
    if pattern.fullmatch(text):
        yield len(text) - len(text.lstrip()), len(text.rstrip())


def each(
    text: str,
    pattern: re.Pattern[str],
    needed: tuple[str, ...] = (),
    starts: re.Pattern[str] | None = None,
    readable: Callable[[str], str] = prose,
) -> Iterator[Stretch]:
    """Where the pattern matches in what is readable: a named group of it, where it has one.

    The rest is for speed only: a text matches where it holds one of the `needed` in lower case, and
    a match starts at the start of the text, where a line end of `starts` ends, or another starts.
    """
    text = text[:LONGEST]
    if needed and not any(map(_folded(text).__contains__, needed)):
        return
    text = readable(text)
    for match in pattern.finditer(text) if not starts else _matches(text, pattern, needed, starts):
        yield match.span(match.lastgroup or 0)


# Each text is asked for many phrases, one after the other.
@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.lower()


def _matches(
    text: str, pattern: re.Pattern[str], needed: tuple[str, ...], starts: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """What `finditer` finds, where the pattern does not go on over a blank line."""
    done = paragraph = 0
    while paragraph <= len(text):
        end = text.find("\n\n", paragraph)
        end = len(text) if end < 0 else end
        if any(map(text[paragraph:end].lower().__contains__, needed)):
            found = starts.finditer(text, paragraph, end)
            after = (mark.end() if mark[0] == "\n" else mark.start() for mark in found)
            for start in (paragraph, *after):
                if start >= done and (match := pattern.match(text, start)):
                    yield match
                    done = match.end()
        paragraph = end + 2


def only_words(words: str, trigger: str) -> re.Pattern[str]:
    """What holds none but some words, and one of the triggers among them.

    Each word stands for itself, so that a text is read in one way only, and in time in proportion.
    """
    alternatives = "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?=[\s\S]{{0,300}}\b(?:{trigger})\b)"
        rf"{_SIGN}*(?:(?:{alternatives})(?:{_SIGN}+|(?![\s\S])))+",
        re.IGNORECASE,
    )


_SIGN = r"[\s.,;:!?…()\[\]\"*_>#&/+=–—-]"
