"""Fenced code of a Markdown text, hidden, so that what looks like markup in it is not taken for it."""

from __future__ import annotations

import re

_FENCE = re.compile(r" *(`{3,}(?=[^`]*$)|~{3,})")


def without_fenced_code(text: str) -> str:
    """The text with blanks for fenced code, all else where it was; a fence left open hides nothing.

    Takes time in proportion to the text.
    """
    lines = text.split("\n")
    fence, opened = "", 0
    for number, line in enumerate(lines):
        if not fence:
            opening = _FENCE.match(line)
            if opening:
                fence, opened = opening[1], number
        elif line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            for hidden in range(opened, number + 1):
                lines[hidden] = " " * len(lines[hidden])
            fence = ""
    return "\n".join(lines)
