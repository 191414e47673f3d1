from __future__ import annotations

import json
from typing import Any

from kb_builder.index.browser_index import browser_index, shard_of
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry

ENTRIES = [
    make_entry(f"{n:03}", title=f"mailbox quota{n} word{n % 7}", body="some text é" * (n % 3))
    for n in range(160)
]


def read(files: dict[str, bytes]) -> tuple[list[dict[str, Any]], dict[str, dict[int, int]]]:
    """The cards and the impacts, as the browser reads them."""
    manifest = json.loads(files["manifest.json"])
    cards = [card for name in manifest["cards"] for card in json.loads(files[name])]
    impacts: dict[str, dict[int, int]] = {}
    for number, name in enumerate(manifest["terms"]):
        for term, flat in json.loads(files[name]).items():
            assert shard_of(term, len(manifest["terms"])) == number
            entry = 0
            impacts[term] = {}
            for step, impact in zip(flat[::2], flat[1::2], strict=True):
                entry += step
                impacts[term][entry] = impact
    return cards, impacts


def test_reading_the_files_back_gives_the_index(index: WhooshIndex) -> None:
    index.update(ENTRIES)
    files = list(browser_index(index))
    cards, impacts = read(dict(files))
    assert [card["path"] for card in cards] == [card.path for card in index.cards()]
    assert impacts == {term: dict(found) for term, found in index.impacts()}
    assert len(impacts) > 150
    assert files[-1][0] == "manifest.json"
    assert json.loads(files[-1][1])["entries"] == 160


def test_names_change_with_their_content_and_only_then(index: WhooshIndex) -> None:
    index.update(ENTRIES)
    before = dict(browser_index(index))
    assert dict(browser_index(index)) == before
    index.update([*ENTRIES[:-1], make_entry("159", title="mailbox other")])
    after = dict(browser_index(index))
    for name in before.keys() & after.keys() - {"manifest.json"}:
        assert before[name] == after[name]
    assert len(before.keys() - after.keys()) >= 2
    assert before["manifest.json"] != after["manifest.json"]


def test_an_empty_index_has_a_manifest_and_one_empty_shard(index: WhooshIndex) -> None:
    index.update([])
    cards, impacts = read(dict(browser_index(index)))
    assert (cards, impacts) == ([], {})


def test_the_hash_is_fnv_1a() -> None:
    assert shard_of("foobar", 2**32) == 0xBF9CF968
