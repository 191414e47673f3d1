"""What the benchmarks search in, and what they ask: ../shared, imported into a temporary folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kb_builder.importers.learn import import_learn
from kb_builder.index import Entry, entries
from kb_builder.index.text import plain
from kb_builder.load import load_content

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT.parent / "shared"
CORPUS = SHARED / "corpus" / "office-support"
QUERIES = SHARED / "queries" / "office-support.jsonl"
KINDS = ("paste", "plain", "keywords")


@dataclass(frozen=True, slots=True)
class Question:
    line: int
    """Of the query file, from 1."""
    wanted: str
    """The source of the one record that answers it."""
    texts: Mapping[str, str]
    """What is typed, by kind."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record as every peer is given it: plain text."""

    source: str
    title: str
    rest: str

    @property
    def text(self) -> str:
        return f"{self.title}\n{self.rest}"


def is_there() -> bool:
    return QUERIES.is_file() and CORPUS.is_dir()


def imported(content: Path) -> list[Entry]:
    """The corpus as records in the content folder, and as what is indexed of them."""
    import_learn(CORPUS, content)
    return list(entries(load_content(content)))


def questions() -> list[Question]:
    lines = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    return [
        Question(number, line["id"], {kind: line[kind] for kind in KINDS})
        for number, line in enumerate(lines, 1)
    ]


def documents(found: list[Entry]) -> list[Document]:
    return [
        Document(
            entry.card.source,
            plain(entry.texts.get("title", "")),
            "\n".join(plain(text) for name, text in entry.texts.items() if name != "title"),
        )
        for entry in found
    ]
