"""The browser's index, under node, where files are missing or damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb_builder.index.browser_index import browser_index
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.node import Node, needs_node, served

pytestmark = needs_node

_CALLS = """
await (async ([name, url, ...given]) => {
  const store = ((globalThis.stores ??= {})[url] ??= new Store(new URL(url)));
  return {
    search: (text) => search.search(store, text).then((answer) => answer.hits.length),
    cards: (entries) => store.cards(entries).then((cards) => cards.map((card) => card.title)),
    twice: (text) => Promise.all([0, 1].map(() =>
      search.search(store, text).then((answer) => answer.hits.length, String))),
  }[name](...given);
})(asked).catch((error) => ({ error: String(error) }))
"""


class Site:
    """The files of an index, of which the browser has loaded none yet."""

    def __init__(self, folder: Path, node: Node, url: str) -> None:
        self.folder = folder
        self.node = node
        self.url = url

    def ask(self, call: str, asked: object) -> Any:
        return self.node.ask([call, self.url, asked])

    def holding(self, pattern: str, text: str) -> Path:
        """The file that holds a text."""
        (found,) = [file for file in self.folder.glob(pattern) if text in file.read_text()]
        return found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """`mailbox` is a frequent term, `printer` and its spelling are not."""
    index = WhooshIndex(tmp_path_factory.mktemp("index"))
    entries = [make_entry(f"{n:02}", title="mailbox") for n in range(90)]
    index.update([*entries, make_entry("90", title="printer", signatures=("qq+",))])
    return dict(browser_index(index))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Node, str]]:
    folder = tmp_path_factory.mktemp("sites")
    script = tmp_path_factory.mktemp("node") / "store.mjs"
    with served(folder) as url, Node(script, _CALLS) as node:
        yield folder, node, url


@pytest.fixture
def site(files: dict[str, bytes], sites: tuple[Path, Node, str]) -> Site:
    root, node, url = sites
    folder = root / str(len(list(root.iterdir())))
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Site(folder, node, f"{url}{folder.name}/")


FILES = [
    ("manifest.json", "entries", "search", "mailbox", 90),
    ("terms-*", '"mailbox"', "search", "mailbox", 90),
    ("terms-*", '"printer"', "search", "printer", 1),
    ("words-*", "printer", "search", "printr.", 1),
    ("signatures-*", "qq", "search", "mailbox", 90),
    ("cards-*", "printer", "cards", [90, 16], ["printer", "mailbox"]),
]
_IDS = ["manifest", "frequent", "rare", "spellings", "signatures", "cards"]
_NAMES = ("pattern", "text", "call", "asked", "answer")


@pytest.mark.parametrize(_NAMES, FILES, ids=_IDS)
def test_a_missing_file_is_named_and_asked_for_again(
    site: Site, pattern: str, text: str, call: str, asked: object, answer: object
) -> None:
    file = site.holding(pattern, text)
    data = file.read_bytes()
    file.unlink()
    for _ in range(2):
        assert site.ask(call, asked) == {"error": f"Error: {file.name}: 404"}
    file.write_bytes(data)
    assert site.ask(call, asked) == answer
    file.unlink()
    assert site.ask(call, asked) == answer, "each file is loaded once"


@pytest.mark.parametrize("kept", [0, 0.5, 0.99], ids=["empty", "half", "end"])
@pytest.mark.parametrize(_NAMES, FILES, ids=_IDS)
def test_a_truncated_file_is_named_and_asked_for_again(
    site: Site, pattern: str, text: str, call: str, asked: object, answer: object, kept: float
) -> None:
    file = site.holding(pattern, text)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * kept)])
    for _ in range(2):
        assert re.fullmatch(rf"Error: {file.name}: .*JSON.*", site.ask(call, asked)["error"])
    file.write_bytes(data)
    assert site.ask(call, asked) == answer


def test_a_page_in_the_place_of_a_file_is_named(site: Site) -> None:
    (site.folder / "manifest.json").write_text("<!doctype html><title>Sign in</title>")
    error = site.ask("search", "mailbox")["error"]
    assert re.fullmatch("Error: manifest.json: .*JSON.*", error)


def test_a_server_that_is_gone_is_said_with_the_file(
    sites: tuple[Path, Node, str], tmp_path: Path
) -> None:
    with served(tmp_path) as url:
        pass
    answer = sites[1].ask(["search", url, "mailbox"])
    assert answer == {"error": "Error: manifest.json: fetch failed"}


def test_searches_at_the_same_time_share_their_files_and_their_failure(site: Site) -> None:
    manifest = site.folder / "manifest.json"
    manifest.rename(site.folder / "manifest.gone")
    assert site.ask("twice", "mailbox") == ["Error: manifest.json: 404"] * 2
    (site.folder / "manifest.gone").rename(manifest)
    assert site.ask("twice", "mailbox") == [90, 90]
