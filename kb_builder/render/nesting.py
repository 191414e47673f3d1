"""Whether HTML is nested deeper than any reader's text is: a parser takes minutes for some of it."""

from __future__ import annotations

import re

DEEPEST_NESTING = 400

_TAG = re.compile(
    r"<!--(?!-?>).*?(?:--!?>|\Z)"  # a comment
    r"|<(?:[!?]|/(?![a-z]))[^>]*+"  # what browsers take for a comment
    r"|<(?P<closing>/?)(?P<name>[a-z][^\s/>]*+)(?P<whole>[^<>]*+>)?+",
    re.IGNORECASE | re.DOTALL,
)
_NEVER_OPEN = frozenset(["p", "br", "hr", "img", "input", "wbr"])
"""Tags that have no content, or are closed by the next of their kind."""


def is_nested_too_deeply(html: str) -> bool:
    """Counts every tag as open that is not certainly closed, so that no trick makes it less."""
    opened: list[str] = []
    for tag in _TAG.finditer(html):
        name = (tag["name"] or "").lower()
        if not name or (name in _NEVER_OPEN and tag["whole"]):
            continue
        if not tag["closing"]:
            opened.append(name)
            if len(opened) > DEEPEST_NESTING:
                return True
        elif opened and opened[-1] == name:
            opened.pop()
    return False
