"""All that is private in a text, of every kind, found once for all that ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from kb_builder.check.privacy.address import public_addresses
from kb_builder.check.privacy.card import payment_cards
from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.guid import tenant_guids
from kb_builder.check.privacy.mail import mail_addresses
from kb_builder.check.privacy.name import denied_names
from kb_builder.check.privacy.phone import phone_numbers
from kb_builder.check.privacy.reserved import allowing
from kb_builder.check.privacy.secret import secrets

_FINDERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "mail-address": mail_addresses,
    "public-ip-address": public_addresses,
    "tenant-guid": tenant_guids,
    "payment-card": payment_cards,
    "phone-number": phone_numbers,
}
KINDS = ("secret", *_FINDERS, "denied-name")
"""The rules on what is private; where two find the same, the first has it."""
# Underscores that make what they are around italic or bold; in a secret they may be its own.
_EMPHASIS = re.compile(r"_(?:(?<![\w\\]_)_{0,2}(?=[^\s_])|(?<=[^\s_\\]_)_{0,2}(?!\w))")
_WORD = re.compile(r"\w")
_MOST = 10_000
"""Of one kind in one text; who replaces them finds the others after that."""
_MOST_ELSEWHERE = 100
_SHORTEST_ELSEWHERE = 8
"""Characters; what is shorter may be an ordinary word."""


@lru_cache(maxsize=8)
def scan(
    text: str, denied: tuple[str, ...] = (), allowed: tuple[str, ...] = ()
) -> tuple[tuple[str, Found], ...]:
    """What is private in the text, by place, with its kind; no two overlap."""
    plain = _EMPHASIS.sub(lambda marks: "*" * len(marks[0]), text) if "_" in text else text
    found = [("secret", one) for one in islice(secrets(text), _MOST)]
    for kind, find in _FINDERS.items():
        found += [(kind, one) for one in islice(find(plain), _MOST)]
    found += _elsewhere(text, found)
    found += [("denied-name", one) for one in denied_names(plain, denied)]
    may_stand = allowing(allowed)
    if may_stand:
        found = [
            (kind, one)
            for kind, one in found
            if not may_stand.fullmatch(one.value)
            and not may_stand.fullmatch(text[one.start : one.end])
        ]
    return tuple(_apart(found))


def _elsewhere(text: str, found: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
    """The places where the same stands without the words by which it was known."""
    known = {
        text[one.start : one.end]: (kind, one)
        for kind, one in found
        if kind in ("secret", "tenant-guid") and one.end - one.start >= _SHORTEST_ELSEWHERE
    }
    places: list[tuple[str, Found]] = []
    for written, (kind, one) in islice(known.items(), _MOST_ELSEWHERE):
        for start, end in islice(_words(written, text), _MOST):
            places.append((kind, Found(start, end, one.value, one.what)))
    return places


def _words(written: str, text: str) -> Iterator[tuple[int, int]]:
    """The places where it stands as a word of its own; to search for it so takes far longer."""
    at = text.find(written)
    while at >= 0:
        end = at + len(written)
        around = (text[at - 1 : at], text[end : end + 1])
        if not any(_WORD.match(character) for character in around):
            yield at, end
        at = text.find(written, end)


def _apart(found: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
    """Of those that overlap the one of the first kind, and of the same kind the longest."""
    apart: list[tuple[str, Found]] = []
    for kind, one in sorted(found, key=lambda entry: (entry[1].start, -entry[1].end)):
        if apart and one.start < apart[-1][1].end:
            if KINDS.index(kind) < KINDS.index(apart[-1][0]):
                apart[-1] = kind, one
        else:
            apart.append((kind, one))
    return apart
