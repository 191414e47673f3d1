"""Phrases that betray notes which are not written, or which send the reader elsewhere.

Each is one pattern, so that the page that checks a record while it is written can look for it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb_builder.check.phrases.elsewhere import ALL_ELSEWHERE, ELSEWHERE, WRAP, references_elsewhere
from kb_builder.check.phrases.observable import ALL_UNOBSERVED, unobserved
from kb_builder.check.phrases.picture import (
    ALL_PICTURE,
    PICTURE_FOR_TEXT,
    only_pictures,
    pictures_for_text,
)
from kb_builder.check.phrases.placeholder import ALL_PLACEHOLDER, PLACEHOLDER, placeholders
from kb_builder.check.phrases.resolved import (
    ALL_RESOLVED,
    ALL_UNKNOWN,
    only_resolved,
    only_unknown,
)
from kb_builder.check.phrases.text import Stretch, is_empty
from kb_builder.check.phrases.title import ALL_VAGUE_TITLE, vague_titles
from kb_builder.check.phrases.workaround import WORKAROUND, workarounds

__all__ = ["PATTERNS", "PHRASES", "Stretch", "is_empty", "placeholders", "references_elsewhere"]

PHRASES: dict[str, Callable[[str], Iterator[Stretch]]] = {
    "placeholder": placeholders,
    "elsewhere": references_elsewhere,
    "resolved": only_resolved,
    "unknown": only_unknown,
    "workaround": workarounds,
    "vague_title": vague_titles,
    "unobserved": unobserved,
    "picture": only_pictures,
    "picture_for_text": pictures_for_text,
}
"""What a text must not hold, by the name that data tells it by."""

PATTERNS = {
    "all_placeholder": ALL_PLACEHOLDER,
    "all_elsewhere": ALL_ELSEWHERE,
    "all_resolved": ALL_RESOLVED,
    "all_unknown": ALL_UNKNOWN,
    "all_vague_title": ALL_VAGUE_TITLE,
    "all_unobserved": ALL_UNOBSERVED,
    "all_picture": ALL_PICTURE,
    "placeholder": PLACEHOLDER,
    "elsewhere": ELSEWHERE,
    "workaround": WORKAROUND,
    "picture_for_text": PICTURE_FOR_TEXT,
    "wrap": WRAP,
}
"""What the browser's twin of this package looks for: in all of a text, or anywhere in its prose."""
