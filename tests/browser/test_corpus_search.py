"""The search over 1,947 real articles, in a real browser and in Python."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from kb_builder.importers.learn import import_learn
from kb_builder.index import Card, Query, entries
from kb_builder.index.browser_index import browser_index
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content
from tests.browser.conftest import PROJECT, QuietHandler

SHARED = PROJECT.parent / "shared"
CORPUS = SHARED / "corpus" / "office-support"
QUERIES = SHARED / "queries" / "office-support.jsonl"
KINDS = ("paste", "plain", "keywords")

pytestmark = pytest.mark.skipif(
    not (CORPUS.is_dir() and QUERIES.is_file()),
    reason=f"{SHARED} has no corpus and queries, which are not part of the project",
)

ASK = """async (texts) => {
  const worker = new Worker("assets/kb/worker.js", { type: "module" });
  const ask = (message) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => (data.error ? failed(Error(data.error)) : done(data));
    worker.postMessage(message);
  });
  const found = [];
  for (const text of texts) {
    const { answer } = await ask({ id: 1, type: "search", text, filters: {} });
    const { cards } = await ask({ id: 2, type: "cards", entries: answer.hits.slice(0, 10).map((hit) => hit.entry) });
    found.push(cards.map((card) => card.url));
  }
  return found;
}"""


@dataclass(frozen=True)
class Asked:
    kind: str
    text: str
    wanted: str
    """The source of the record that answers it."""


@pytest.fixture(scope="module")
def asked() -> list[Asked]:
    lines = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    return [Asked(kind, line[kind], line["id"]) for kind in KINDS for line in lines]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> WhooshIndex:
    folder = tmp_path_factory.mktemp("corpus")
    import_learn(CORPUS, folder / "content")
    content = load_content(folder / "content")
    index = WhooshIndex(folder / "index", content.synonyms.groups)
    index.update(entries(content))
    return index


@pytest.fixture(scope="module")
def found(index: WhooshIndex, asked: list[Asked]) -> list[list[Card]]:
    """The cards of the ten best hits of each query."""
    return [[hit.card for hit in index.search(Query(one.text)).hits] for one in asked]


@pytest.fixture(scope="module")
def published(index: WhooshIndex, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page beside the published index and the scripts that search it."""
    root = tmp_path_factory.mktemp("published")
    shutil.copytree(PROJECT / "site_templates" / "assets" / "kb", root / "assets" / "kb")
    (root / "assets" / "kb-index").mkdir()
    for name, data in browser_index(index):
        (root / "assets" / "kb-index" / name).write_bytes(data)
    (root / "index.html").write_text("<!doctype html><title>search</title>")
    handler = functools.partial(QuietHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_the_browser_gives_the_same_ten_records_in_the_same_order(
    browser: Browser, published: str, asked: list[Asked], found: list[list[Card]]
) -> None:
    page = browser.new_page()
    page.goto(published)
    in_browser = page.evaluate(ASK, [one.text for one in asked])
    page.close()
    in_python = [[card.url for card in cards] for cards in found]
    differing = [
        one.text
        for one, here, there in zip(asked, in_python, in_browser, strict=True)
        if here != there
    ]
    assert differing == []


def test_the_ranking_is_as_good_as_it_was(asked: list[Asked], found: list[list[Card]]) -> None:
    """Mean reciprocal ranks among the first ten, a little below what is reached."""
    worth: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for one, cards in zip(asked, found, strict=True):
        sources = [card.source for card in cards]
        rank = sources.index(one.wanted) + 1 if one.wanted in sources else None
        worth[one.kind].append(1 / rank if rank else 0.0)
    means = {kind: sum(values) / len(values) for kind, values in worth.items()}
    assert means["paste"] >= 0.85
    assert means["keywords"] >= 0.91
    assert sum(means.values()) / len(means) >= 0.63


def test_no_query_is_left_without_an_answer(asked: list[Asked], found: list[list[Card]]) -> None:
    assert [one.text for one, cards in zip(asked, found, strict=True) if not cards] == []
