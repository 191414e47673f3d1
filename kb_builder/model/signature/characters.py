"""Sets of characters, spelled so that Python's and the browser's expressions read them alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_LAST = 0x10FFFF


@dataclass(frozen=True, slots=True)
class Characters:
    """A set of characters: ranges of code points, in their order, that do not touch."""

    ranges: tuple[tuple[int, int], ...] = ()

    def __or__(self, other: Characters) -> Characters:
        joined: list[tuple[int, int]] = []
        for first, last in sorted(self.ranges + other.ranges):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return Characters(tuple(joined))

    def __invert__(self) -> Characters:
        starts = [0, *(last + 1 for _, last in self.ranges)]
        ends = [*(first - 1 for first, _ in self.ranges), _LAST]
        pairs = zip(starts, ends, strict=True)
        return Characters(tuple((first, last) for first, last in pairs if first <= last))

    def meets(self, other: Characters) -> bool:
        """Whether a character is in both."""
        return any(
            first <= other_last and other_first <= last
            for first, last in self.ranges
            for other_first, other_last in other.ranges
        )

    def spelled(self) -> str:
        """The set as an expression."""
        if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]:
            return _spelled(self.ranges[0][0])
        if self == ANY:
            return r"[\s\S]"
        inverted = self.ranges[-1][1] == _LAST
        inside = (~self if inverted else self).ranges
        pairs = (
            _spelled(first) + (f"-{_spelled(last)}" if last > first else "")
            for first, last in inside
        )
        return f"[{'^' if inverted else ''}{''.join(pairs)}]"


def one_of(signs: Iterable[str]) -> Characters:
    found = Characters()
    for sign in signs:
        found |= Characters(((ord(sign), ord(sign)),))
    return found


def between(first: str, last: str) -> Characters:
    return Characters(((ord(first), ord(last)),))


def either_case(sign: str) -> Characters:
    """A character, and where it is a letter the same letter small and as a capital."""
    return one_of(form for form in {sign, sign.lower(), sign.upper()} if len(form) == 1)


def _spelled(code: int) -> str:
    """One character: letters, digits and all beyond ASCII as they are, so as to need no escape."""
    sign = chr(code)
    return sign if sign.isalnum() or sign in "_ " or code > 0x7F else f"\\x{code:02x}"


DIGITS = between("0", "9")
WORD = between("A", "Z") | between("a", "z") | DIGITS | one_of("_")
BLANKS = one_of(" \t\n\r\f\v\u00a0")
LINE_ENDS = one_of("\r\n")
ANY = ~Characters()
