"""Numbers of payment cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import EXAMPLE_CARDS

_NUMBER = re.compile(
    r"[2-6]\d{3}(?:(?P<by>[ -])(?:\d{4}(?P=by)\d{4}(?P=by)\d{4}|\d{6}(?P=by)\d{4,5})|\d{9,15})"
    r"(?![\w-])",
    re.ASCII,
)
_ISSUER = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})$"
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$"
    r"|3[47]\d{13}$|3(?:0[0-5]|[689]\d)\d{11}$"
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}$|35(?:2[89]|[3-8]\d)\d{12}$"
)
_OF_CARD = re.compile(
    r"card|credit|debit|visa|master|amex|american express|payment|karte|\bpan\b|\bcc\b|billing",
    re.IGNORECASE,
)
_LOOK_BACK = 80


def payment_cards(text: str) -> Iterator[Found]:
    """Those whose check digit is right; digits in a row must stand near a word for a card."""
    for match in _NUMBER.finditer(text):
        start = match.start()
        before = text[start - 1 : start]
        if before.isalnum() or before in ("_", "-", ".", "+", "#"):
            continue
        digits = re.sub(r"\D", "", match[0])
        if not _ISSUER.match(digits) or not _has_check_digit(digits) or digits in EXAMPLE_CARDS:
            continue
        if len(set(digits)) <= 2:
            continue
        if match["by"] or _OF_CARD.search(text, max(start - _LOOK_BACK, 0), start):
            yield Found(start, match.end(), digits, "the number of a payment card")


def _has_check_digit(digits: str) -> bool:
    """Whether the last digit is the one that Luhn's algorithm gives."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0
