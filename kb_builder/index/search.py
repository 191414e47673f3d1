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
from kb_builder.index.lookup import Searched, is_missing, look_up, synonyms, texts
from kb_builder.index.query import FACETS, Count, Hit, Hits, Query, Tier
from kb_builder.index.reading import read
from kb_builder.index.scoring import TIERS, best, near_best, score
from kb_builder.index.source import Everywhere, Source
from kb_builder.model.words import closest

MOST_RANKED = 100
"""How many hits by words are ranked at least."""


def search(query: Query, source: Source) -> Hits:
    """The best hits, strict before loose. Never raises for what the query holds."""
    text, filters = filters_in(query.text, source.values)
    unknown_filters: dict[str, str] = {}
    for name, value in query.filters.items():
        filters[name] = known_value(name, value, source.values) or value
        if not known_value(name, value, source.values):
            near_value = closest(value, source.values(name)) if name in FACETS else ""
            unknown_filters[name] = near_value or ""
    passing = {name: source.passing(name, value) for name, value in filters.items()}
    reading = read(text)
    words, notes = look_up(reading, source)
    extra = synonyms(reading, source, notes)
    totals, tiers = score(words, extra)
    matching = _by_signature(text, source)
    near = near_best(totals).union(matching)
    if passing:
        words, notes = look_up(reading, Everywhere(source))
        extra = synonyms(reading, Everywhere(source), notes)
        totals, tiers = score(words, extra)
        if not reading.words:
            near = set.intersection(*passing.values())
            totals.update(near)

    def passes(entry: int, besides: str = "") -> bool:
        """Whether an entry passes all filters, or all but one."""
        return all(entry in having for name, having in passing.items() if name != besides)

    signed = [entry for entry in matching if passes(entry)]
    allowed = {entry: total for entry, total in totals.items() if passes(entry)}
    ranked = best(allowed, tiers, max(MOST_RANKED, query.limit), source)
    scores = join([Ranked(SIGNATURES, signed), Ranked(WORDS, ranked)])
    placed = successors_first(scores, _successors(scores, passes, source))
    near.update(placed.keys() - scores.keys())
    hits = [
        _hit(
            source.card(entry),
            score,
            "signature" if entry in signed else TIERS[tiers.get(entry, 0)],
            [word for word in words if entry in word.worths],
            [word for word in words if is_missing(word, entry)],
            [word for word in extra if entry in word.worths],
        )
        for entry, score in list(placed.items())[: query.limit]
    ]
    return Hits(
        hits=tuple(hits),
        found=sum(map(passes, near)) or len(placed),
        words=notes.words(words, reading),
        filters=filters,
        unknown_filters=unknown_filters,
        facets={
            name: _counts(name, (entry for entry in near if passes(entry, name)), source)
            for name in FACETS
            if query.facets
        },
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
    card: Card,
    score: int,
    tier: Tier,
    matched: Sequence[Searched],
    missing: Iterable[Searched],
    extra: Iterable[Searched],
) -> Hit:
    marked = (term for word in (*matched, *extra) for term in word.terms)
    return Hit(
        card=card,
        score=score,
        tier=tier,
        matched=texts(word.word for word in matched),
        missing=texts(word.word for word in missing),
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
