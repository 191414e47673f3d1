"""An index, and the browser's search over what is published of it, under node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kb_builder.index import Entry, Hits, Query
from kb_builder.index.browser_index import browser_index
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.node import Node, served

ROOT = Path(__file__).parents[3]


class Published:
    """An index, and the browser's search over its export."""

    def __init__(self, index: WhooshIndex, node: Node, files: dict[str, bytes]) -> None:
        self.index = index
        self.node = node
        self.files = files
        self.urls = [card.url for card in index.cards()]
        self.places = {url: at for at, url in enumerate(self.urls)}
        assert len(self.places) == len(self.urls)

    def assert_same_answer(self, text: str, filters: dict[str, str] | None = None) -> Hits:
        ours = self.index.search(Query(text, 100, filters or {}, facets=True))
        theirs = self.node.ask(["search", text, filters or {}])
        del theirs["suggestion"], theirs["text"]
        theirs["hits"] = [hit | {"terms": set(hit["terms"])} for hit in theirs["hits"]]
        assert theirs == self.expected(ours)
        return ours

    def expected(self, answer: Hits) -> dict[str, Any]:
        words = asdict(answer.words)
        words["unknownCodes"] = words.pop("unknown_codes")
        words["leftOut"] = words.pop("left_out")
        return {
            "hits": [
                {
                    "entry": self.places[hit.card.url],
                    "score": hit.score,
                    "tier": hit.tier,
                    "matched": list(hit.matched),
                    "missing": list(hit.missing),
                    "terms": set(hit.terms),
                }
                for hit in answer.hits
            ],
            "found": answer.found,
            "words": _lists(words),
            "filters": dict(answer.filters),
            "facets": {
                name: [asdict(count) for count in counts] for name, counts in answer.facets.items()
            },
        }


def _lists(value: Any) -> Any:
    """A value as JSON has it, which knows no tuples."""
    if isinstance(value, dict):
        return {name: _lists(of) for name, of in value.items()}
    return list(value) if isinstance(value, tuple) else value


def publish(
    folder: Path, given: list[Entry], synonyms: tuple[tuple[str, ...], ...]
) -> Iterator[Published]:
    index = WhooshIndex(folder / "index", synonyms)
    index.update(given)
    files = dict(browser_index(index))
    (folder / "site").mkdir()
    for name, data in files.items():
        (folder / "site" / name).write_bytes(data)
    calls = """
    await ({
      search: (text, filters) => search.search(store, text, filters),
      impacts: async (terms) => {
        const found = await Promise.all(terms.map((term) => store.impacts(term)));
        return found.map((impacts) => [...impacts]);
      },
      cards: (entries) => store.cards(entries),
      spellings: async (letters) =>
        (await Promise.all(letters.map((letter) => store.spellings(letter)))).flat(),
    })[asked[0]](...asked.slice(1))
    """
    with served(folder / "site") as url, Node(folder / "search.mjs", calls, url) as node:
        yield Published(index, node, files)
