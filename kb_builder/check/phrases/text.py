"""What the phrases have in common: how a stretch is told, and how a pattern is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.prose import CODE, prose

Stretch = tuple[int, int]
"""Start and end of a phrase in the text."""

GAP = r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)"
"""Blanks and at most one line end, which a blank in a pattern stands for."""


def is_empty(text: str) -> bool:
    """Whether nothing would be read: only blanks, comments and signs of Markdown."""
    return not any(character.isalnum() or character == CODE for character in prose(text))


def whole(text: str, pattern: re.Pattern[str]) -> Iterator[Stretch]:
    """The text without the blanks around it, where all of it matches."""
    if pattern.fullmatch(text):
        yield len(text) - len(text.lstrip()), len(text.rstrip())


def each(text: str, pattern: re.Pattern[str]) -> Iterator[Stretch]:
    """Where the pattern matches: a named group of it, where it has one."""
    for match in pattern.finditer(text):
        yield match.span(match.lastgroup or 0)


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
