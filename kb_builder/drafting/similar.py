"""Closed cases that look like the one that is being written up."""

from __future__ import annotations

import re

from kb_builder.index import CaseIndex, Hit, Query
from kb_builder.index.query import FILTERS

_MOST = 5
_FILTER = re.compile(rf"\b({'|'.join(FILTERS)}):", re.IGNORECASE)


def similar(index: CaseIndex, symptom: str) -> list[Hit]:
    """The records that are found by the symptom, the best first."""
    # A symptom that says `status: 500` is not to be narrowed by it.
    query = Query(_FILTER.sub(r"\1 ", symptom), 2 * _MOST)
    return [hit for hit in index.search(query).hits if hit.card.kind != "page"][:_MOST]


def why(hit: Hit) -> str:
    """Why it was found, in a few words."""
    if hit.tier == "signature":
        return "its signature matches"
    return "has " + ", ".join(hit.matched[:8]) + (" …" if len(hit.matched) > 8 else "")
