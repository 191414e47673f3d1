"""Pictures that stand where a text belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import GAP, Stretch, each, whole
from kb_builder.check.prose import prose


def pictures_for_text(text: str) -> Iterator[Stretch]:
    """A text of pictures only, or each announced message of which only a picture follows."""
    if ALL_PICTURE.fullmatch(text):
        yield from whole(text, ALL_PICTURE)
    else:
        yield from each(prose(text), PICTURE_FOR_TEXT)


_PICTURE = r"!\[[^\]\[\n]{0,300}\]\([^()\n]{1,500}\)"
# The text under a picture may well be what it shows.
_MUTE_PICTURE = (
    r"!\[(?:(?:an? |the )?(?:screen ?shots?|pictures?|images?)?(?: of| that shows| showing)?"
    r"(?: an?| the| this)?(?: error| warning)?(?: message| dialog| screen| text| notification)*"
    r"|[\w-]{0,60}(?:\.png|\.jpe?g|\.gif)?)\.?\]\([^()\n]{1,500}\)"
)
_ANNOUNCED = (
    r"(?:see (?:the )?screen ?shots?(?: below)?|(?:as )?(?:shown|seen) in (?:the )?(?:following |below )?"
    r"screen ?shots?(?: below)?|error messages?|errors?|error text|error is|following (?:error|message)"
    r"|(?:this|the following|an?) (?:error|warning)(?: message)?|screen ?shots?(?: below| attached)?)"
)
_SIGN = r"[\s.,:;*_>()-]"
_POINTS = r"(?:see|the|screenshots?|below|attached|pictures?|error|message|in|as|is|please|shown)"
ALL_PICTURE = re.compile(
    rf"{_SIGN}*(?:{_POINTS}{_SIGN}+){{0,12}}(?:{_PICTURE}{_SIGN}*)+", re.IGNORECASE
)
PICTURE_FOR_TEXT = re.compile(
    rf"\b(?P<announced>{_ANNOUNCED})".replace(" ", GAP)
    + rf"[*_]*[.:]?[*_]*\s{{0,20}}{_MUTE_PICTURE}(?=[\x20\t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
