"""Small helps with words that several layers need."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import islice


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that a mistyped `word` most likely meant, whatever its case; None where none is near."""
    by_folded = {choice.casefold(): choice for choice in choices}
    near = difflib.get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def quoted(words: Iterable[str]) -> str:
    """`a`, `b` and so on, each in backticks."""
    return ", ".join(f"`{word}`" for word in words)


def id_form(name: str) -> str:
    """What is left of an id however it is written: `case417` of `CASE-000417` and `Case 417`."""
    return re.sub(r"[\W_]+|(?<!\d)0+(?=\d)", "", name.casefold().removesuffix(".md"))


def slugify(text: str) -> str:
    """A name safe in a URL and as a folder: lower case, words joined by `-`.

    Letters of every script are kept, so that two names in Cyrillic do not become one.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    unmarked = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^\w]+|_+", "-", unicodedata.normalize("NFC", unmarked)).strip("-")


_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan; Burmese; Khmer
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"  # Chinese and Japanese
)
"""The scripts that put no blanks between words."""
WORD = re.compile(rf"(?=\w)(?:[{_UNSPACED}]|[^{_UNSPACED}](?:[\w'’.-](?<![{_UNSPACED}]))*)")

_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")
_SPACED_WORD = re.compile(r"\w[\w'’.-]*")


def count_words(text: str, most: int | None = None) -> int:
    """The words of the text; of a script without blanks between words each letter counts as one.

    Where more than `most` are of no interest, no more are counted.
    """
    if most is None:
        return len(words_in(text))
    return sum(1 for _ in islice(_pattern_for(text).finditer(text), most))


def words_in(text: str) -> list[str]:
    return _pattern_for(text).findall(text)


def _pattern_for(text: str) -> re.Pattern[str]:
    is_spaced = text.isascii() or not _UNSPACED_LETTER.search(text)
    return _SPACED_WORD if is_spaced else WORD
