"""Telephone numbers that libphonenumber knows to be somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import EXAMPLE_NUMBERS

_GAP = r"[ ().\-/\u00a0\u2010-\u2013]{0,2}"
_INTERNATIONAL = re.compile(rf"\+(?:{_GAP}\d){{8,15}}(?!\d)", re.ASCII)
_AMERICAN = re.compile(r"[(2-9]\d{2,3}(?:\) ?|[-.])\d{3}[-. ]\d{4}(?![\w-]|\.\d)", re.ASCII)
_NATIONAL = re.compile(rf"[(0](?:{_GAP}\d){{7,14}}(?![\w-]|\.\d)", re.ASCII)
_AFTER_WORD = re.compile(
    r"(?:phone|tel|telefon|mobile|mobil|cell|handy|fax|call|dial|hotline|sms|whatsapp)"
    r"(?: (?:number|no|nr|me|us|him|her|them|back|is|on|at|under)){0,3} ?[.:#=]{0,2}[ \"'`|*]{0,4}$",
    re.IGNORECASE,
)
_LOOK_BACK = 40
_REGIONS = ("GB", "DE", "FR", "IT", "ES", "NL", "AT", "CH", "AU", "IN", "JP", "BR", "PL", "SE")


def phone_numbers(text: str) -> Iterator[Found]:
    """Numbers that can be called, and are not free to call, for those are never a person's."""
    for match in _INTERNATIONAL.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in ("_", "=", "/", "+")) or _is_link(
            text, match.start()
        ):
            yield from _found(match.start(), match.end(), match[0], ("ZZ",))
    for match in _AMERICAN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in ("_", "-", ".", "+", ")", "/")):
            yield from _found(match.start(), match.end(), match[0], ("US",))
    for match in _NATIONAL.finditer(text):
        start, end = match.span()
        if _AFTER_WORD.search(text, max(start - _LOOK_BACK, 0), start):
            if match[0].startswith("00"):
                yield from _found(start, end, f"+{match[0][2:]}", ("ZZ",))
            else:
                yield from _found(start, end, match[0], _REGIONS)


def _is_link(text: str, start: int) -> bool:
    return text[max(start - 4, 0) : start].lower() in ("tel:", "sms:")


def _found(start: int, end: int, written: str, regions: tuple[str, ...]) -> Iterator[Found]:
    import phonenumbers  # noqa: PLC0415 - costs 40 ms that most records need not pay

    nobodys = (
        phonenumbers.PhoneNumberType.TOLL_FREE,
        phonenumbers.PhoneNumberType.PREMIUM_RATE,
        phonenumbers.PhoneNumberType.SHARED_COST,
        phonenumbers.PhoneNumberType.UAN,
    )
    for region in regions:
        try:
            number = phonenumbers.parse(written, None if region == "ZZ" else region)
        except phonenumbers.NumberParseException:
            continue
        value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if EXAMPLE_NUMBERS.fullmatch(value):
            return
        is_valid = phonenumbers.is_valid_number(number)
        if is_valid and phonenumbers.number_type(number) not in nobodys:
            yield Found(start, end, value, "a phone number")
            return
