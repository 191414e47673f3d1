"""How well and how fast the search finds, beside plain Whoosh in the same run: `make bench`.

The corpus is imported into a temporary folder; each query's answer is the record of that `source`.
The peer is Whoosh as its documentation shows it: one field, StemmingAnalyzer, OR.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whoosh import analysis, fields, index, qparser

from kb_builder.importers.learn import import_learn
from kb_builder.index import Entry, Query, entries
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content

SHARED = Path(__file__).parents[3] / "shared"
CORPUS = SHARED / "corpus" / "office-support"
QUERIES = SHARED / "queries" / "office-support.jsonl"
KINDS = ("paste", "plain", "keywords")
DEPTH = 10

Search = Callable[[str], Sequence[str]]
"""From a query's text to the sources of the best records."""


@dataclass(frozen=True)
class Engine:
    name: str
    search: Search
    indexing_seconds: float
    """CPU, as all times here."""


def main() -> int:
    if not QUERIES.is_file() or not CORPUS.is_dir():
        print(f"{SHARED} has no corpus and queries; nothing is measured")
        return 0
    questions = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        import_learn(CORPUS, content)
        found = list(entries(load_content(content)))
        ours = _timed("kb_builder", lambda: _ours(found, Path(folder, "ours")))
        peer = _timed("whoosh, OR", lambda: _peer(found, Path(folder, "peer")))
        known = {entry.card.source for entry in found}
        asked = [question for question in questions if question["id"] in known]
        print(f"{len(found):,} records, {len(asked)} of {len(questions)} answers among them\n")
        seconds = [_report(engine, asked) for engine in (ours, peer)]
    print(
        f"\nratios to the peer: indexing {ours.indexing_seconds / peer.indexing_seconds:.2f}, "
        f"a query {seconds[0] / seconds[1]:.2f}"
    )
    return 0


def _timed(name: str, make: Callable[[], Search]) -> Engine:
    start = time.process_time()
    search = make()
    return Engine(name, search, time.process_time() - start)


def _ours(found: list[Entry], folder: Path) -> Search:
    made = WhooshIndex(folder)
    made.update(found)
    return lambda text: [hit.card.source for hit in made.search(Query(text, DEPTH)).hits]


def _peer(found: list[Entry], folder: Path) -> Search:
    folder.mkdir()
    schema = fields.Schema(
        source=fields.ID(stored=True), text=fields.TEXT(analyzer=analysis.StemmingAnalyzer())
    )
    made = index.create_in(str(folder), schema)
    writer = made.writer(limitmb=256)
    for entry in found:
        writer.add_document(source=entry.card.source, text="\n".join(entry.texts.values()))
    writer.commit()
    searcher = made.searcher()
    parser = qparser.QueryParser("text", schema, group=qparser.OrGroup, plugins=[])
    return lambda text: [hit["source"] for hit in searcher.search(parser.parse(text), limit=DEPTH)]


def _report(engine: Engine, asked: list[dict[str, str]]) -> float:
    """Print the engine's table, and give the seconds of a query."""
    start = time.process_time()
    ranks = {
        kind: [_rank(engine.search(question[kind]), question["id"]) for question in asked]
        for kind in KINDS
    }
    count = len(asked) * len(KINDS)
    seconds = (time.process_time() - start) / max(1, count)
    print(
        f"{engine.name}: indexed in {engine.indexing_seconds:.2f} s, {seconds * 1000:.1f} ms a query"
    )
    print(f"  {'':10}{'MRR@10':>8}{'top 1':>8}{'top 5':>8}{'top 10':>8}")
    ranks["all"] = [place for places in ranks.values() for place in places]
    for kind, places in ranks.items():
        print(f"  {kind:10}" + "".join(f"{value:8.3f}" for value in _measures(places)))
    return seconds


def _rank(sources: Sequence[str], wanted: str) -> int | None:
    return sources.index(wanted) + 1 if wanted in sources else None


def _measures(places: list[int | None]) -> Iterator[float]:
    count = max(1, len(places))
    yield sum(1 / place for place in places if place) / count
    for depth in (1, 5, DEPTH):
        yield sum(1 for place in places if place and place <= depth) / count


if __name__ == "__main__":
    sys.exit(main())
