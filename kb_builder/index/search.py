"""A query's answer, from what the terms of an index are worth.

`site_templates/assets/kb/search.js` does the same in the browser, from the published files. What a
term is worth is worked out in `ranking` alone; here its worths are only added up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from kb_builder.index.entry import Card
from kb_builder.index.filters import filters_in, known_value, topics_above
from kb_builder.index.join import SIGNATURES, WORDS, Ranked, join, successors_first
from kb_builder.index.lookup import Searched, look_up, synonyms, texts
from kb_builder.index.query import FACETS, Count, Hit, Hits, Query, Tier
from kb_builder.index.reading import read
from kb_builder.index.scoring import FEWEST_NEAR, TIERS, best, near_best, score
from kb_builder.index.source import Source

MOST_RANKED = 100
"""How many hits by words are ranked at least."""


def search(query: Query, source: Source) -> Hits:
    """The best hits, strict before loose. Never raises for what the query holds."""
    text, filters = filters_in(query.text, source.values)
    for name, value in query.filters.items():
        filters[name] = known_value(name, value, source.values) or value
    passing = {name: source.passing(name, value) for name, value in filters.items()}
    reading = read(text)
    words, notes = look_up(reading, source)
    extra = synonyms(reading, source, notes)
    totals, tiers = score(words, extra, source)
    if not reading.words and passing:
        totals.update(set.intersection(*passing.values()))

    def passes(entry: int, besides: str = "") -> bool:
        """Whether an entry passes all filters, or all but one."""
        return all(entry in having for name, having in passing.items() if name != besides)

    def near(besides: str = "") -> set[int]:
        """The entries that match well, and pass."""
        near = near_best({e: total for e, total in totals.items() if passes(e, besides)})
        return near.union(entry for entry in matching if passes(entry, besides))

    matching = _by_signature(text, source)
    signed = [entry for entry in matching if passes(entry)]
    allowed = {entry: total for entry, total in totals.items() if passes(entry)}
    ranked = best(allowed, tiers, max(MOST_RANKED, query.limit), source)
    scores = join([Ranked(SIGNATURES, signed), Ranked(WORDS, ranked)])
    placed = successors_first(scores, _successors(scores, passes, source))
    hits = [
        _hit(entry, score, "signature" if entry in signed else TIERS[tiers.get(entry, 0)], words,
             extra, source)
        for entry, score in list(placed.items())[: query.limit]
    ]  # fmt: skip
    return Hits(
        hits=tuple(hits),
        found=max(len(near()), min(FEWEST_NEAR, len(placed))),
        words=notes.words(words, reading),
        filters=filters,
        facets={name: _counts(name, near(name), source) for name in FACETS if query.facets},
    )


def _by_signature(text: str, source: Source) -> list[int]:
    found: dict[int, None] = {}
    for entry, pattern in source.signatures():
        # The check refuses patterns that are none, and those that could run away.
        with suppress(re.error):
            if entry not in found and re.search(pattern, text):
                found[entry] = None
    return list(found)


def _successors(
    entries: Iterable[int], passes: Callable[[int], bool], source: Source
) -> dict[int, int]:
    """The entries that supersede some of these, and those that supersede them in turn."""
    found: dict[int, int] = {}
    pending = list(entries)
    while pending:
        entry = pending.pop()
        successor = source.successor(entry)
        if entry not in found and successor is not None and passes(successor):
            found[entry] = successor
            pending.append(successor)
    return found


def _hit(
    entry: int,
    score: int,
    tier: Tier,
    words: Sequence[Searched],
    extra: Sequence[Searched],
    source: Source,
) -> Hit:
    has = [w for w in words if entry in w.worths]
    lacks = [w for w in words if w.worths and entry not in w.worths]
    marked = [term for w in (*has, *(w for w in extra if entry in w.worths)) for term in w.terms]
    return Hit(
        card=source.card(entry),
        score=score,
        tier=tier,
        matched=texts(w.word for w in has),
        missing=texts(w.word for w in lacks),
        terms=frozenset(marked),
    )


def _counts(name: str, entries: Iterable[int], source: Source) -> tuple[Count, ...]:
    counts = Counter(value for e in entries for value in facet_values(name, source.card(e)))
    return tuple(
        Count(value, count)
        for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def facet_values(name: str, card: Card) -> Iterator[str]:
    """The values of a facet that a card counts for."""
    if name == "root_cause":
        yield from topics_above(card.root_cause)
    else:
        value = card.closed[:4] if name == "year" else str(getattr(card, name))
        if value:
            yield value
