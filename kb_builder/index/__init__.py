"""Search: what is indexed, how it is ranked, and what is asked and answered."""

from kb_builder.index.case_index import CaseIndex, Changes, DamagedIndexError, IndexLockedError
from kb_builder.index.entry import Card, Entry, entries
from kb_builder.index.query import Hit, Hits, Query

__all__ = [
    "Card",
    "CaseIndex",
    "Changes",
    "DamagedIndexError",
    "Entry",
    "Hit",
    "Hits",
    "IndexLockedError",
    "Query",
    "entries",
]
