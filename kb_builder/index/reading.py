"""A query's text to the words that are searched.

`site_templates/assets/kb/reading.js` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from kb_builder.index.analyzer import code_value, fold, identifiers, tokens
from kb_builder.index.noise import split_noise

MOST_LOOKED_UP = 30
"""How many words of a text are searched, the parts of identifiers counted: more find no better."""
MOST_CHARACTERS = 100_000
"""How much of a text is read."""
LONGEST_LOG = 5_000_000
"""In how many characters of a longer one error lines are looked for."""

Kind = Literal["code", "word", "whole", "noise"]
"""`code`: an error code, which counts exactly. `whole`: an identifier or number of several parts.
`noise`: what differs from case to case."""

# `office365`, `exchange2016` and `sp2013` are products.
_CODE = re.compile(
    r"0x[0-9a-f]{3,16}\Z"
    r"|(?![a-z]{2,}(?:365|(?:19|20)[0-9]{2})\Z)[a-z]{2,8}-?[0-9]{3,9}\Z"
    r"|[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\Z"
    r"|cve-[0-9]{4}-[0-9]{4,7}\Z|ms[0-9]{2}-[0-9]{3}\Z"
    r"|(?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7}\Z"
)
_JOINED = re.compile(r"[._\\/:@#$+]|.-|['’].*['’]")
"""In an identifier of several parts; a part has one apostrophe at most."""
_OPEN = re.compile(r"[A-Za-z]\Z")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){2,}\Z")
_ERROR = re.compile(
    r"(?<![A-Za-z0-9])(?:error|fail|failed|fails|failure|[a-z]{0,40}exception|fatal|critical|denied"
    r"|cannot|can't|could not|couldn't|unable|invalid|refused|timed out|not found"
    r"|0x[0-9A-Fa-f]{8})(?![A-Za-z0-9])",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of the query, and the terms it is searched by."""

    text: str
    terms: tuple[str, ...]
    """Itself, and what else it is searched by where that is unknown."""
    kind: Kind
    parts: tuple[Word, ...] = ()
    """What an identifier of several parts is searched by where it is unknown as a whole."""


@dataclass(frozen=True, slots=True)
class Reading:
    words: tuple[Word, ...]
    """Each once, in the order of the text."""
    left_out: int
    """How many more there are in a long text."""
    sequence: tuple[str, ...]
    """The terms of its words in order, as often as they occur, to find phrases in."""
    last_is_open: bool
    """Whether the text ends within a word, which may be being typed."""


@lru_cache(maxsize=100_000)
def is_code(word: str) -> bool:
    """Whether a word, folded, is an error code or a number such as a case's."""
    return bool(_CODE.match(word)) or bool(code_value(word))


def read(text: str) -> Reading:
    """The words of any text, however long, in time proportional to it."""
    text = _readable(text)
    found: dict[tuple[str, ...], Word] = {}
    sequence: list[str] = []
    for piece, is_noise in split_noise(text):
        for word in (_noise(piece),) if is_noise else _words(piece):
            sequence += [each.terms[0] for each in word.parts or (word,)]
            found.setdefault(word.terms, word)
    chosen = _chosen(list(found.values()), text)
    last = chosen[-1] if chosen else Word("", (), "word")
    ends_with_it = text.endswith((last.parts or (last,))[-1].text)
    return Reading(
        words=tuple(chosen),
        left_out=len(found) - len(chosen),
        sequence=tuple(sequence),
        last_is_open=ends_with_it and bool(_OPEN.search(text)),
    )


def _noise(span: str) -> Word:
    folded = fold(span)
    if is_code(folded):
        return Word(span, _code_terms(folded), "code")
    return Word(span, (folded,), "noise")


def _words(piece: str) -> Iterator[Word]:
    """The words of a text without noise."""
    for tokens_of_one in identifiers(piece):
        groups = groupby(tokens_of_one, key=lambda token: token.word)
        words = [_word(text, [token.term for token in group]) for text, group in groups]
        if len(words) > 1 and _JOINED.search(words[0].text):
            yield _with_parts(words[0], words[1:])
        else:
            # A single word, or the parts of what is too long to count as a whole.
            yield from words


def _word(text: str, terms: list[str]) -> Word:
    folded = fold(text)
    if is_code(folded):
        return Word(text, _code_terms(folded), "code")
    return Word(text, tuple(dict.fromkeys(terms)), "word")


def _with_parts(whole: Word, parts: list[Word]) -> Word:
    """An identifier, with its parts where they count without it."""
    if whole.kind == "code" or _VERSION.match(whole.terms[0]):
        # Where it is unknown, a part of it would be a guess.
        return Word(whole.text, whole.terms, "code" if whole.kind == "code" else "whole")
    return Word(whole.text, whole.terms, "whole", tuple(parts))


def _code_terms(folded: str) -> tuple[str, ...]:
    """A code counts in one spelling: that of its value, where it has one."""
    return (code_value(folded) or folded,)


def _readable(text: str) -> str:
    """As much of the text as is read: of a long one its error lines, and then its start."""
    if len(text) <= MOST_CHARACTERS:
        return text
    half = MOST_CHARACTERS // 2
    return f"{_start(_error_lines(text[:LONGEST_LOG]), half)}\n{_start(text, half)}"


def _start(text: str, most: int) -> str:
    """At most so many characters, cut where a word ends: half a code would be another one."""
    if len(text) <= most:
        return text
    end = max(text.rfind(blank, 0, most) for blank in " \t\r\n")
    return text[: end if end > 0 else most]


def is_error_line(line: str) -> bool:
    """Whether a line of a log tells of something that went wrong."""
    return bool(_ERROR.search(line))


def _error_lines(text: str) -> str:
    return "\n".join(filter(is_error_line, text.split("\n")))


def _chosen(words: list[Word], text: str) -> list[Word]:
    """As many as are searched: the codes, those of the error lines, and then the first."""
    if sum(map(_looked_up, words)) <= MOST_LOOKED_UP:
        return words
    of_errors = {token.term for token in tokens(_error_lines(text))}

    def rank(word: Word) -> int:
        return 0 if word.kind == "code" else 1 if word.terms[0] in of_errors else 2

    best: list[int] = []
    left = MOST_LOOKED_UP
    for at in sorted(range(len(words)), key=lambda at: (rank(words[at]), at)):
        if _looked_up(words[at]) <= left:
            left -= _looked_up(words[at])
            best.append(at)
    return [words[at] for at in sorted(best)]


def _looked_up(word: Word) -> int:
    """How many terms it may take to find a word."""
    return len(word.terms) + len(word.parts)
