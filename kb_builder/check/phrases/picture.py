"""Pictures that stand where a text belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import GAP, Stretch, each, whole


def only_pictures(text: str) -> Iterator[Stretch]:
    """All of a text that consists of pictures, and at most of words that point to them."""
    return whole(text, ALL_PICTURE) if "![" in text else iter(())


def pictures_for_text(text: str) -> Iterator[Stretch]:
    """Each announced message of which only a picture follows, with no text in its description."""
    return each(text, PICTURE_FOR_TEXT, ("![",))


_PICTURE = r"!\[[^\]\[\n]{0,300}\]\([^()\n]{1,500}\)"
# A description that quotes the message, or a code of it, is its text.
_MUTE = (
    r"(?:[\w-]{0,60}\.(?:png|jpe?g|gif)"
    r"|(?![^\]\[\n]{0,70}\b(?:says?|saying|reads?|reading|states?|stating)\b)"
    r"[^\]\[\n\"“'‘:\d]{0,70})"
)
_ANNOUNCED = (
    r"(?:see (?:the )?screen ?shots? below"
    r"|(?:the )?following (?:error|warning|message)(?: message)?|this (?:error|warning)(?: message)?"
    r"|an? (?:error|warning)(?: message)? (?:like this|below)|error is)"
)
_WHEN = r" (?:after|as|at|during|if|in|on|when|while) [^.:!?\n]{1,100}"
_SIGN = r"[\s.,:;*_>()-]"
_POINTS = r"(?:see|the|screenshots?|below|attached|pictures?|error|message|in|as|is|please|shown)"
ALL_PICTURE = re.compile(
    rf"{_SIGN}*(?:{_POINTS}{_SIGN}+){{0,12}}(?:{_PICTURE}{_SIGN}*)+", re.IGNORECASE
)
PICTURE_FOR_TEXT = re.compile(
    rf"(?:\b(?P<announced>{_ANNOUNCED})[*_]*(?:[.:]?|{_WHEN}:)|^[\x20\t*_>-]*"
    r"(?P<label>(?:the )?error(?: message| text)?(?: is| was)?)[*_]*:)[*_]*".replace(" ", GAP)
    + rf"\s{{0,20}}!\[{_MUTE}\]\([^()\n]{{1,500}}\)(?=[\x20\t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
