"""Closed cases that look like the one that is being written up."""

from __future__ import annotations

import re

from kb_builder.drafting.log import QUOTED_FROM_LOG
from kb_builder.index import CaseIndex, Hit, Query
from kb_builder.index.query import FILTERS

_MOST = 5
_FRAME = re.compile(rf"^(?:{re.escape(QUOTED_FROM_LOG)}|`{{3,}}\w*)$", re.MULTILINE)
"""What stands around an error line, in whatever record."""
_FILTER = re.compile(rf"\b({'|'.join(FILTERS)}):", re.IGNORECASE)


def similar(index: CaseIndex, symptom: str) -> list[Hit]:
    """The records that are found by the symptom, the best first."""
    # A symptom that says `status: 500` is not to be narrowed by it.
    text = _FILTER.sub(r"\1 ", _FRAME.sub("", symptom))
    query = Query(text, 2 * _MOST)
    return [hit for hit in index.search(query).hits if hit.card.kind != "page"][:_MOST]


def why(hit: Hit) -> str:
    """Why it was found, in a few words."""
    if hit.tier == "signature":
        return "its signature matches"
    return "has " + ", ".join(hit.matched[:8]) + (" …" if len(hit.matched) > 8 else "")
