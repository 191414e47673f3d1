"""Text to terms: codes and identifiers whole and in parts, words as their stems.

`site_templates/assets/kb/analyzer.js` does the same in the browser, and a test holds the two
together. What both mean, engine by engine:

- a text is first put in Unicode's form NFC;
- a letter or digit is `[^\\W_]` here and `[\\p{L}\\p{N}]` there, a digit `\\d` and `\\p{Nd}`;
- `fold` is lower case, not `casefold`, which JavaScript lacks, and two replacements;
- only words of a to z are stemmed, for the stemmers count other characters differently;
- lengths count code points.

An HRESULT or NTSTATUS has three spellings, 0x80070005, -2147024891 and 2147942405, and is often
written without the `0x`: each of them also gives the first as a term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import Stemmer

_SIGN = r"(?:(?<![^\W_])[-−–](?=[0-9]{9,10}(?![^\W_])))?"
"""The minus of a code; one before a shorter number is a hyphen."""
_COMPOUND = re.compile(_SIGN + r"[^\W_]+(?:['’._\-\\/:@#$+]+[^\W_]+)*")
"""A run of letters and digits, with signs between them that join identifiers."""
_PART = re.compile(_SIGN + r"[^\W_]+(?:['’][^\W_]+)?")
_REPLY_CODE = re.compile(r"(?<![^\W_])(?<!\.)[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![^\W_]|\.[^\W_])")
"""That of a mail server within an identifier, as in `550-5.7.1`."""
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_HEX = re.compile(r"0x[0-9a-f]+\Z")
_BARE_HEX = re.compile(r"(?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7}\Z")
_OTHER_HEX = re.compile(
    r"(?:0x(?:f{8})?|h)([8c][0-9a-f]{7})[lh]?\Z|((?=(?:[a-f]*[0-9]){4})[8c][0-9a-f]{7})[lh]\Z"
)
"""As C, assembler and Basic write it, or with its sign extended to 64 bits."""
_DECIMAL = re.compile(r"[-−–]?[0-9]{9,10}\Z")
_DIGITS = re.compile(r"\d+\Z")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?\Z")
_ENGLISH = re.compile(r"[a-z']+\Z")
_LONGEST = 80
"""Characters: a longer identifier counts in parts only, a longer part by its start."""

_STOP_WORDS = """
    a an and are as at be been but by can did do does for from had has have he her his i if
    in into is it its me my no nor not of on or our she so than that the their them then
    there these they this those to too up us was we were what when where which while who
    will with would you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Token(NamedTuple):
    term: str
    word: str
    """The stretch of the text that the term came from."""


def identifiers(text: str) -> Iterator[tuple[Token, ...]]:
    """The words and identifiers of a text in its order, each as its tokens, itself before its parts."""
    for whole in _COMPOUND.findall(unicodedata.normalize("NFC", text)):
        yield _tokens_of(whole)


def tokens(text: str) -> Iterator[Token]:
    """The terms of a text in its order; an identifier gives itself and then its parts."""
    for of_one in identifiers(text):
        yield from of_one


def terms(text: str) -> list[str]:
    """The terms of a text, as often as they occur."""
    wholes = _COMPOUND.findall(unicodedata.normalize("NFC", text))
    return list(chain.from_iterable(map(_terms_of, wholes)))


def fold(word: str) -> str:
    """The form in which words are compared."""
    return word.lower().replace("ß", "ss").replace("ς", "σ").replace("’", "'")


def code_value(word: str) -> str:
    """The spelling 0x80070005 of an HRESULT or NTSTATUS, given in any; empty for other words."""
    if _BARE_HEX.match(word):
        return f"0x{word}"
    if other := _OTHER_HEX.match(word):
        return f"0x{other[1] or other[2]}"
    if _DECIMAL.match(word):
        number = int(word.replace("−", "-").replace("–", "-"))
        if -0x80000000 <= number <= -100_000_000 or 0x80000000 <= number <= 0xFFFFFFFF:
            return f"0x{number & 0xFFFFFFFF:08x}"
    return ""


@lru_cache(maxsize=100_000)
def _tokens_of(whole: str) -> tuple[Token, ...]:
    parts = _PART.findall(whole)
    found = [Token(fold(whole), whole)] if len(parts) > 1 and len(whole) <= _LONGEST else []
    if len(parts) > 3:
        found += [Token(reply, reply) for reply in _REPLY_CODE.findall(whole) if reply != whole]
    for part in parts:
        terms_of_part = _terms_of_part(part[:_LONGEST], is_whole=len(parts) == 1)
        found += [Token(term, part) for term in terms_of_part]
    return tuple(found)


@lru_cache(maxsize=100_000)
def _terms_of(whole: str) -> tuple[str, ...]:
    return tuple(token.term for token in _tokens_of(whole))


def _terms_of_part(part: str, *, is_whole: bool) -> Iterator[str]:
    folded = fold(part)
    if folded in STOP_WORDS:
        return
    value = code_value(folded)
    if value and value != folded:
        yield value
    folded = folded.lstrip("-−–")
    humps = _HUMP.findall(part)
    long_humps = (stem(hump.lower()) for hump in humps if len(hump) > 2)
    if _LETTERS.match(folded):
        yield stem(folded)
        is_camel = len(humps) > 1 and len("".join(humps)) == len(part) and not part.isupper()
        if is_camel:
            yield from long_humps
        return
    # Single digits out of `5.7.1` would match everything; `5.7.1` itself is what counts.
    if is_whole or len(folded) > 1:
        yield folded
    if not _DIGITS.match(folded) and not _HEX.match(folded):
        yield from long_humps


def stem(word: str) -> str:
    """The Snowball English (porter2) stem of a word in lower case."""
    return str(_STEMMER.stemWord(word)) if _ENGLISH.match(word) else word


_STEMMER = Stemmer.Stemmer("english")
