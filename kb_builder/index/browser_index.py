"""The index that the browser reads: static files, of which a search loads only a few.

`site_templates/assets/kb/store.js` reads them. The most frequent terms are kept apart, a few to a
file, and named in the manifest; all others are spread over files in their order, so that the
manifest needs to say only where each begins. A query so loads one file for each frequent word that
it has, and one or two more for its rare and unknown ones. What a frequent term is worth in the
entries where it counts only in a narrowed search is in files of its own. Names hold a hash of the content, so that
a host may let them be cached for ever; only `manifest.json` has a fixed one.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kb_builder.index.case_index import CaseIndex
from kb_builder.index.entry import Card
from kb_builder.index.numbers import encode
from kb_builder.index.ranking import most_postings
from kb_builder.index.reading import read

CARDS_PER_FILE = 16
FREQUENT_TERMS = 2000
"""So many of the most frequent terms are kept apart,"""
LEAST_FREQUENT = 24
"""where they are in at least so many entries."""
FREQUENT_CHARACTERS = 30_000
SORTED_CHARACTERS = 32_000
"""About how much is in a file of terms."""
FREQUENT_WORD = 80
FACETS = ("product", "root_cause", "status", "kind", "closed")

_SHOWN = ("url", "title", "kind", "id", "product", "status", "symptom", "resolution")
"""What of a card the browser needs."""


def browser_index(index: CaseIndex) -> Iterator[tuple[str, bytes]]:
    """Each file's name and content; the manifest comes last."""
    cards = index.cards()
    postings: dict[str, str] = {}
    rest: dict[str, str] = {}
    ranks: list[tuple[int, int, str]] = []
    for term, kept, others in index.postings():
        postings[term] = _postings(kept)
        if others:
            rest[term] = _postings(others)
        if len(kept) >= LEAST_FREQUENT:
            # Of terms that are in more entries than count, the more frequent are worth less.
            ranks.append((-len(kept), max(kept.values()), term))
    frequent = {term: postings.pop(term) for _, _, term in sorted(ranks)[:FREQUENT_TERMS]}
    files: dict[str, Any] = {"cards": [], "frequent": [], "sorted": [], "rest": [], "words": {}}
    for chunk in _card_files(cards):
        name, data = _named("cards", chunk)
        files["cards"].append(name)
        yield name, data
    for shard in _shards(frequent, FREQUENT_CHARACTERS):
        name, data = _named("terms", shard)
        files["frequent"].append([name, " ".join(shard)])
        yield name, data
    for group, of_group in (("sorted", postings), ("rest", rest)):
        for shard in _shards(of_group, SORTED_CHARACTERS):
            name, data = _named("terms", shard)
            files[group].append([name, next(iter(shard))])
            yield name, data
    for letter, words in _by_letter(index.words()).items():
        value = {"words": " ".join(words), "counts": encode(words.values())}
        files["words"][letter], data = _named("words", value)
        yield files["words"][letter], data

    signatures = list(index.signatures())
    files["signatures"] = ""
    if signatures:
        files["signatures"], data = _named("signatures", signatures)
        yield files["signatures"], data

    manifest = {
        **files,
        "frequentWords": " ".join(_frequent_words(index.words(), len(cards))),
        "entries": len(cards),
        "mostPostings": most_postings(len(cards)),
        "cardsPerFile": CARDS_PER_FILE,
        "facets": {name: _facet([str(getattr(card, name)) for card in cards]) for name in FACETS},
        "successors": _successors(cards),
        "synonyms": [
            [[phrase, list(read(phrase).sequence)] for phrase in group] for group in index.synonyms
        ],
    }
    yield "manifest.json", _json(manifest)


def _postings(impacts: Mapping[int, int]) -> str:
    """The entries as steps from each to the next, and after a blank what the term is worth in each."""
    steps: list[int] = []
    next_entry = 0
    for entry in sorted(impacts):
        steps.append(entry - next_entry)
        next_entry = entry + 1
    return f"{encode(steps)} {encode(impacts[entry] for entry in sorted(impacts))}"


def _shards(postings: Mapping[str, str], most: int) -> Iterator[dict[str, str]]:
    """The terms in their order, as many to a file as make about `most` characters."""
    shard: dict[str, str] = {}
    size = 0
    for term, of in postings.items():
        if shard and size + len(term) + len(of) > most:
            yield shard
            shard, size = {}, 0
        shard[term] = of
        size += len(term) + len(of) + 6
    if shard:
        yield shard


def _card_files(cards: list[Card]) -> Iterator[list[dict[str, Any]]]:
    urls = {card.id: card.url for card in reversed(cards) if card.id}
    for start in range(0, len(cards), CARDS_PER_FILE):
        yield [_shown(card, urls) for card in cards[start : start + CARDS_PER_FILE]]


def _shown(card: Card, urls: Mapping[str, str]) -> dict[str, Any]:
    """What a card says, without what it has not."""
    values: dict[str, Any] = {name: getattr(card, name) for name in _SHOWN}
    if card.withdrawn:
        values |= {"withdrawn": True, "superseded_by": card.superseded_by}
        values["superseded_url"] = urls.get(card.superseded_by, "")
    return {name: value for name, value in values.items() if value}


def _by_letter(words: Iterable[tuple[str, int]]) -> dict[str, dict[str, int]]:
    letters: dict[str, dict[str, int]] = defaultdict(dict)
    for word, count in words:
        letters[word[0]][word] = count
    return letters


def _frequent_words(words: Iterable[tuple[str, int]], entries: int) -> list[str]:
    """The words in one of so many entries, the most frequent first: mostly one of them is meant."""
    ranks = [(-count, word) for word, count in words if count * FREQUENT_WORD > entries]
    return [word for _, word in sorted(ranks)]


def _facet(of_entries: list[str]) -> dict[str, Any]:
    """The values, and for each entry which it has, from 1; 0 where it has none."""
    values = sorted(set(of_entries) - {""})
    place = {value: at for at, value in enumerate(values, 1)}
    return {"values": values, "of": encode(place.get(value, 0) for value in of_entries)}


def _successors(cards: list[Card]) -> dict[str, int]:
    """By the numbers of superseded entries, those of the entries that hold now."""
    numbers: dict[str, int] = {}
    for number, card in enumerate(cards):
        numbers.setdefault(card.id, number)
    return {
        str(number): numbers[card.superseded_by]
        for number, card in enumerate(cards)
        if card.superseded_by and card.superseded_by in numbers
    }


def _named(stem: str, value: object) -> tuple[str, bytes]:
    data = _json(value)
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}.json", data


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
