"""The index that the browser reads: static files, of which a search loads only a few.

`site_templates/assets/kb/search.js` reads them. Terms are spread over shards by their hash, so the
browser knows which shard to ask for; each shard gives a term's entries as steps and impacts in
turn. Names hold a hash of the content, so that a host may let them be cached for ever; only
`manifest.json` has a fixed one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

from kb_builder.index.case_index import CaseIndex

TERMS_PER_SHARD = 150
MOST_SHARDS = 512
CARDS_PER_FILE = 25


def browser_index(index: CaseIndex) -> Iterator[tuple[str, bytes]]:
    """Each file's name and content; the manifest comes last."""
    cards = index.cards()
    card_files = []
    for start in range(0, len(cards), CARDS_PER_FILE):
        chunk = [asdict(card) for card in cards[start : start + CARDS_PER_FILE]]
        name, data = _named("cards", chunk)
        card_files.append(name)
        yield name, data

    postings: dict[str, list[int]] = {}
    for term, impacts in index.impacts():
        postings[term] = _steps(sorted(impacts.items()))
    count = max(1, min(MOST_SHARDS, len(postings) // TERMS_PER_SHARD))
    shards: list[dict[str, list[int]]] = [{} for _ in range(count)]
    for term, flat in postings.items():
        shards[shard_of(term, count)][term] = flat
    term_files = []
    for shard in shards:
        name, data = _named("terms", shard)
        term_files.append(name)
        yield name, data

    manifest = {
        "entries": len(cards),
        "cardsPerFile": CARDS_PER_FILE,
        "cards": card_files,
        "terms": term_files,
    }
    yield "manifest.json", _json(manifest)


def shard_of(term: str, shards: int) -> int:
    """FNV-1a over the term's UTF-8, 32 bits, as in the browser."""
    value = 0x811C9DC5
    for byte in term.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % shards


def _steps(pairs: list[tuple[int, int]]) -> list[int]:
    flat: list[int] = []
    before = 0
    for entry, impact in pairs:
        flat += (entry - before, impact)
        before = entry
    return flat


def _named(stem: str, value: object) -> tuple[str, bytes]:
    data = _json(value)
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:12]}.json", data


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
