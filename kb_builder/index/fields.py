"""The fields that are searched, and what a word in each of them is worth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchField:
    name: str
    weight: float
    """How much more an occurrence here counts than one in the body."""
    length_norm: float
    """BM25F's b: from 0, where the field's length does not matter, to 1."""


SEARCH_FIELDS = (
    SearchField("title", 4.0, 0.4),
    SearchField("symptom", 2.5, 0.75),
    SearchField("customer_words", 2.5, 0.75),
    SearchField("codes", 2.5, 0.75),
    SearchField("cause", 1.0, 0.75),
    SearchField("resolution", 0.7, 0.75),
    SearchField("workaround", 0.5, 0.75),
    SearchField("about", 0.7, 0.75),
    SearchField("body", 0.5, 0.75),
)
"""`codes` are those of title and symptom, which count there as words too; `about` is what a record
says of itself: id, product, environment, root cause, tags. The weights are those that rank best on
the odd lines of the shared queries, counted from 1, and were confirmed on the even ones."""

SATURATION = 2.5
"""BM25's k1: how soon more occurrences of a word stop counting."""
