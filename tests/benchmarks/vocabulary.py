"""Words for copies of texts, so that copies bring new words as further real texts would.

In real text the number of different words grows with a power of the number of words (Heaps' law);
the power is measured in the texts themselves. A word that was invented may come again: a part of
the new words of a real text stay rare, others spread.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Sequence

_PIECE = re.compile(
    r"(?P<word>(?!https?:|KB-\d)[A-Za-z0-9]{2,}(?:['._\\/:@#$+-]+[A-Za-z0-9]+)*)"
    r"|(?P<kept>\]\([^()\n]*\)|<[^<>\n]*>|https?://[^\s)]*|KB-\d{6}|\[![A-Z]+\]|&#?\w+;)"
)
"""What must stay for a page's links and markup to hold, and the words; an identifier is one word."""
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9]{5,}\Z")


class Vocabulary:
    """The words of `texts` by their frequency, and those invented since; `seed` decides all."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._base: list[str] = []
        ends = []
        for text in self._random.sample(texts, len(texts)):
            self._base += words(text)
            ends.append(len(self._base))
        self._simple = [word for word in self._base if word.isalpha()]
        self._codes = [word for word in self._base if _CODE.match(word)]
        self._known = {word.lower() for word in self._base}
        self._invented: list[str] = []
        self._words = len(self._base)
        middle = ends[(len(ends) - 1) // 2]
        self._factor, self._power = _heaps(self._base, middle)

    def reworded(self, text: str, share: float) -> str:
        """The text with about `share` of its words, and all its codes, made others."""
        count = len(words(text))
        new = self._different(self._words + count) - self._different(self._words)
        self._words += count
        is_new = min(1.0, new / max(1.0, count * share))
        chance = self._random.random

        def other(match: re.Match[str]) -> str:
            if match["kept"]:
                return match[0]
            is_code = _CODE.match(match[0]) is not None
            if not is_code and chance() >= share:
                return match[0]
            word = self._invent(is_code) if chance() < is_new else self._draw(is_code)
            return word.capitalize() if match[0].istitle() else word

        return _PIECE.sub(other, text)

    def _different(self, count: int) -> float:
        return float(self._factor * count**self._power)

    def _draw(self, is_code: bool) -> str:
        """A word as often as it occurs, be it invented or not."""
        base = self._codes if is_code and self._codes else self._base
        at = int(self._random.random() * (len(base) + len(self._invented)))
        if at < len(base):
            return base[at]
        word = self._invented[at - len(base)]
        self._invented.append(word)
        return word

    def _invent(self, is_code: bool) -> str:
        while True:
            if is_code:
                word = f"{self._random.getrandbits(32):08x}"
            else:
                head, tail = self._random.choices(self._simple, k=2)
                word = head[: len(head) // 2 + 1] + tail[len(tail) // 2 :].lower()
            if word.lower() not in self._known:
                self._known.add(word.lower())
                self._invented.append(word)
                return word
            is_code = is_code or self._random.random() < 0.1


def words(text: str) -> list[str]:
    return [match["word"] for match in _PIECE.finditer(text) if match["word"]]


def _heaps(found: Sequence[str], middle: int) -> tuple[float, float]:
    """The factor and the power by which different words grow, from two points."""
    half, whole = _count_different(found[:middle]), _count_different(found)
    if not 0 < half < whole:
        return float(whole), 0.0
    power = math.log(whole / half) / math.log(len(found) / middle)
    return whole / len(found) ** power, power


def _count_different(found: Iterable[str]) -> int:
    return len({word.lower() for word in found})
