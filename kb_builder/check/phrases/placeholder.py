"""Phrases that stand for a text still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import Stretch, each, whole


def placeholders(text: str) -> Iterator[Stretch]:
    """The phrases that stand for a text still to be written."""
    yield from tuple(whole(text, ALL_PLACEHOLDER)) or each(text, PLACEHOLDER, _NEEDED)


_NEEDED = (
    *("todo", "tbd", "fixme", "lorem"),
    *("<fill", "<describe", "<to be", "[fill", "[describe", "[to be"),
)

ALL_PLACEHOLDER = re.compile(
    r"""[\W_]*(?:
        to\ ?do | tb[acd] | fix\ ?me | x{2,} | n[/.]?a | not\ applicable | placeholder | lorem\ ipsum
        | fill\ (?:me\ )?in | to\ be\ (?:added|completed|defined|determined|done|filled(?:\ in)?)
        | will\ be\ (?:added|filled(?:\ in)?|provided|updated)(?:\ (?:later|soon))?
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)

_MARK = r"(?:TODO|TBD|FIXME)\b(?![-_/.]\w)"
_TO_WRITE = (
    r"(?:fill[ ](?:this[ ])?in|describe|to[ ]be[ ](?:added|completed|defined|determined|filled))\b"
)
# The capitals count at the edge of a clause only: within one they may be a word of a program.
PLACEHOLDER = re.compile(
    rf"""
    (?:^[ \t>*_+-]*|[:;,.(\[–—][ ]?)(?P<first>{_MARK})
    | \b(?P<last>{_MARK})(?=[ ]*(?:[:;,.!?)\]]|$))
    | (?i:\blorem[ ]ipsum\b
        | <{_TO_WRITE}[^<>\n]{{0,200}}>
        | \[{_TO_WRITE}[^][\n]{{0,200}}\](?![\[(:])
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
