"""What the phrases have in common: how a stretch is told, and how a pattern is looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kb_builder.check.markdown.prose import CODE, prose

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
    within_paragraphs: bool = False,
) -> Iterator[Stretch]:
    """Where the pattern matches in what is readable: a named group of it, where it has one.

    The rest is for speed only: a text matches where it holds one of the `needed` in lower case, and
    a paragraph of it where no match goes on over a blank line; and a match starts at the start of
    a paragraph, where a line end of `starts` ends, or another of them starts.
    """
    text = text[:LONGEST]
    if needed and not any(map(_folded(text).__contains__, needed)):
        return
    text = readable(text)
    paragraphs = _paragraphs(text, needed) if within_paragraphs else [(0, len(text))]
    for start, end in paragraphs:
        found = (
            _from(starts, pattern, text, start, end)
            if starts
            else pattern.finditer(text, start, end)
        )
        for match in found:
            yield match.span(match.lastgroup or 0)


# Each text is asked for many phrases, one after the other.
@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.lower()


def _paragraphs(text: str, needed: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the paragraphs that hold one of the `needed` start and end."""
    start = 0
    while start <= len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        if any(map(text[start:end].lower().__contains__, needed)):
            yield start, end
        start = end + 2


def _from(
    starts: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """What `finditer` finds between two places."""
    after = (m.end() if m[0] == "\n" else m.start() for m in starts.finditer(text, start, end))
    done = start
    for place in (start, *after):
        if place >= done and (match := pattern.match(text, place)):
            yield match
            done = match.end()


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
