"""kb_builder and its peers, each given the same records and asked the same queries."""

from __future__ import annotations

import importlib
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import Stemmer
from whoosh import analysis, fields, index, qparser

from kb_builder.index import Entry, Query
from kb_builder.index.whoosh_index import WhooshIndex
from tests.benchmarks.corpus import Document
from tests.benchmarks.cpu import cpu_seconds

DEPTH = 10
HERE = Path(__file__).parent

Search = Callable[[str], Sequence[str]]
"""From a query to the sources of the best records, the best first."""


@dataclass(frozen=True, slots=True)
class Measured:
    answers: Sequence[Sequence[str]]
    """The sources of the best records, query by query."""
    indexing_seconds: float
    """CPU, as all times here."""
    asking_seconds: float
    """All queries together."""


class NotInstalledError(Exception):
    """Why an engine is not measured."""


def kb_builder(found: list[Entry], queries: Sequence[str], folder: Path) -> Measured:
    return _timed(lambda: _kb_builder_search(found, folder / "kb_builder"), queries)


def _kb_builder_search(found: list[Entry], folder: Path) -> Search:
    """The calls that `kb search` makes: the one place that knows them."""
    made = WhooshIndex(folder)
    made.update(found)
    return lambda text: [hit.card.source for hit in made.search(Query(text, DEPTH)).hits]


def whoosh_or(records: list[Document], queries: Sequence[str], folder: Path) -> Measured:
    """Whoosh as its documentation shows it, but for OR: it joins words with AND by itself."""

    def make() -> Search:
        place = folder / "whoosh"
        place.mkdir()
        schema = fields.Schema(
            source=fields.ID(stored=True), text=fields.TEXT(analyzer=analysis.StemmingAnalyzer())
        )
        made = index.create_in(str(place), schema)
        writer = made.writer(limitmb=256)
        for record in records:
            writer.add_document(source=record.source, text=record.text)
        writer.commit()
        searcher = made.searcher()
        # Without plugins, no sign in a query has a meaning.
        parser = qparser.QueryParser("text", schema, group=qparser.OrGroup, plugins=[])
        return lambda text: [
            hit["source"] for hit in searcher.search(parser.parse(text), limit=DEPTH)
        ]

    return _timed(make, queries)


def sqlite_fts5(records: list[Document], queries: Sequence[str], folder: Path) -> Measured:
    def make() -> Search:
        made = sqlite3.connect(folder / "fts5.db")
        try:
            made.execute(
                "CREATE VIRTUAL TABLE records USING fts5(source UNINDEXED, text, tokenize='porter')"
            )
        except sqlite3.OperationalError as error:
            raise NotInstalledError(f"this Python's SQLite: {error}") from error
        rows = ((record.source, record.text) for record in records)
        made.executemany("INSERT INTO records VALUES (?, ?)", rows)
        made.commit()

        def search(text: str) -> Sequence[str]:
            quoted = " OR ".join('"' + word.replace('"', '""') + '"' for word in text.split())
            found = made.execute(
                "SELECT source FROM records WHERE records MATCH ? ORDER BY bm25(records) LIMIT ?",
                (quoted, DEPTH),
            )
            return [source for (source,) in found]

        return search

    return _timed(make, queries)


def bm25s(records: list[Document], queries: Sequence[str], folder: Path) -> Measured:
    """As its README shows it: Snowball English, English stop words, lower case."""
    try:
        library = importlib.import_module("bm25s")
    except ImportError as error:
        raise NotInstalledError(f"{error}; `make bench` installs it") from error

    def make() -> Search:
        stemmer = Stemmer.Stemmer("english")

        def tokenize(texts: str | list[str]) -> object:
            return library.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False)

        made = library.BM25()
        made.index(tokenize([record.text for record in records]), show_progress=False)

        def search(text: str) -> Sequence[str]:
            found, scores = made.retrieve(tokenize(text), k=DEPTH, show_progress=False)
            # It fills its answer up with records that have none of the words.
            pairs = zip(found[0], scores[0], strict=True)
            return [records[number].source for number, score in pairs if score > 0]

        return search

    return _timed(make, queries)


def minisearch(records: list[Document], queries: Sequence[str], folder: Path) -> Measured:
    """Under node, which measures its own CPU time: its start is not in it."""
    node = shutil.which("node")
    if not node:
        raise NotInstalledError("there is no node")
    if not Path(HERE, "node_modules", "minisearch").is_dir():
        raise NotInstalledError("no MiniSearch in tests/benchmarks/node_modules; `npm ci` there")
    given = {
        "documents": [
            {"id": number, "title": record.title, "rest": record.rest}
            for number, record in enumerate(records)
        ],
        "queries": list(queries),
        "depth": DEPTH,
    }
    done = subprocess.run(
        [node, str(HERE / "minisearch.mjs")],
        input=json.dumps(given),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode:
        raise NotInstalledError(f"node failed: {done.stderr.strip().splitlines()[-1]}")
    told = json.loads(done.stdout)
    answers = [[records[number].source for number in answer] for answer in told["answers"]]
    return Measured(answers, told["indexing"] / 1e6, told["asking"] / 1e6)


PEERS = {
    "Whoosh, OR": whoosh_or,
    "SQLite FTS5, OR": sqlite_fts5,
    "bm25s": bm25s,
    "MiniSearch": minisearch,
}


def _timed(make: Callable[[], Search], queries: Sequence[str]) -> Measured:
    start = cpu_seconds()
    search = make()
    made = cpu_seconds()
    answers = [search(query) for query in queries]
    return Measured(answers, made - start, cpu_seconds() - made)
