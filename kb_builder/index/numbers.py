"""Lists of small numbers as text that a JSON string holds as it is, and that compresses well.

`site_templates/assets/kb/numbers.js` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""91 signs that JSON does not escape."""
LAST = 60
"""So many of them end a number; the others say that it goes on."""
_MORE = len(DIGITS) - LAST


def encode(numbers: Iterable[int]) -> str:
    """Numbers of at least 0; those below 60 take one character, those below 1,920 two."""
    signs: list[str] = []
    for number in numbers:
        rest = number
        while rest >= LAST:
            rest, digit = divmod(rest - LAST, _MORE)
            signs.append(DIGITS[LAST + digit])
        signs.append(DIGITS[rest])
    return "".join(signs)


def decode(text: str) -> list[int]:
    """The numbers again; for the tests."""
    numbers: list[int] = []
    digits: list[int] = []
    for sign in text:
        digits.append(DIGITS.index(sign))
        if digits[-1] < LAST:
            number = digits.pop()
            while digits:
                number = number * _MORE + digits.pop()
            numbers.append(number)
    return numbers
