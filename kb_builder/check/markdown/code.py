"""Finds the blocks of code in a Markdown text without rendering it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MARKER = r"(?:[-*+]|\d{1,9}[.)])[ \t]+"
_ITEM = re.compile(rf"[ \t>]*{MARKER}")
_FENCE = re.compile(rf"[ \t>]*(?:{MARKER})*(`{{3,}}(?=[^`]*$)|~{{3,}})[ \t]*(?P<language>[^\s{{]*)")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """The lines `start` to `end` (exclusive, from 0); of a fenced one the fences stand around them."""

    start: int
    end: int
    language: str
    """What the fence says, in small letters."""
    is_fenced: bool


_INDENTED = re.compile(r"\n[^\S\n]{4}")


def _may_have_blocks(text: str) -> bool:
    return (
        any(map(text.__contains__, ("```", "~~~", "\t")))
        or text[:4].isspace()
        or _INDENTED.search(text) is not None
    )


@lru_cache(maxsize=32)
def code_blocks(text: str) -> tuple[CodeBlock, ...]:
    """Fenced and indented code in its order; takes time in proportion to the text.

    An indented block ends at a blank line, after which another one may follow.
    """
    if not _may_have_blocks(text):
        return ()
    found: list[CodeBlock] = []
    fence, language, start = "", "", 0
    items: list[int] = []  # columns at which the text of the list items around the line starts
    may_be_code = True
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if fence:
            closing = line.strip(" \t>")
            if len(closing) >= len(fence) and not closing.strip(fence[0]):
                found.append(CodeBlock(start, number, language, True))
                fence, may_be_code = "", True
            continue
        if not line.strip():
            may_be_code = True
            continue
        expanded = line.expandtabs(4)
        indent = len(expanded) - len(expanded.lstrip())
        item = _ITEM.match(expanded)
        if may_be_code or item:
            while items and indent < items[-1]:
                items.pop()
        if may_be_code and indent >= (items[-1] if items else 0) + 4:
            if found and not found[-1].is_fenced and found[-1].end == number:
                found[-1] = CodeBlock(found[-1].start, number + 1, "", False)
            else:
                found.append(CodeBlock(number, number + 1, "", False))
            continue
        may_be_code = False
        if item:
            items.append(item.end())
        if opening := _FENCE.match(line):
            fence, language, start = opening[1], opening["language"].lower(), number + 1
    if fence:
        found.append(CodeBlock(start, len(lines), language, True))
    return tuple(found)
