from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kb_builder.index.browser_index import CARDS_PER_FILE, browser_index
from kb_builder.index.numbers import decode
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry

ENTRIES = [
    make_entry(f"{n:03}", title=f"mailbox quota{n} word{n % 7}", body="some text é" * (n % 3))
    for n in range(160)
]


class Files:
    """The files, as the browser reads them."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.manifest = self.read("manifest.json")

    def read(self, name: str) -> Any:
        return json.loads(self.files[name])

    def cards(self) -> list[dict[str, Any]]:
        return [card for name in self.manifest["cards"] for card in self.read(name)]

    def impacts(self) -> dict[str, dict[int, int]]:
        impacts: dict[str, dict[int, int]] = {}
        for name, terms in self.manifest["frequent"]:
            shard = self.read(name)
            assert terms == " ".join(shard)
            impacts |= {term: postings(of) for term, of in shard.items()}
        for name, first in self.manifest["sorted"]:
            shard = self.read(name)
            assert next(iter(shard)) == first
            impacts |= {term: postings(of) for term, of in shard.items()}
        return impacts

    def words(self) -> dict[str, int]:
        words: dict[str, int] = {}
        for letter, name in self.manifest["words"].items():
            of_letter = self.read(name)
            found = of_letter["words"].split(" ")
            assert all(word.startswith(letter) for word in found)
            words |= dict(zip(found, decode(of_letter["counts"]), strict=True))
        return words

    def facet(self, name: str) -> list[str]:
        """What each entry has."""
        facet = self.manifest["facets"][name]
        values = ["", *facet["values"]]
        return [values[place] for place in decode(facet["of"])]


def postings(text: str) -> dict[int, int]:
    steps, worths = map(decode, text.split(" "))
    entry = -1
    found: dict[int, int] = {}
    for step, worth in zip(steps, worths, strict=True):
        entry += step + 1
        found[entry] = worth
    return found


def test_reading_the_files_back_gives_the_index(index: WhooshIndex) -> None:
    index.update(ENTRIES)
    given = list(browser_index(index))
    files = Files(dict(given))
    assert [card["url"] for card in files.cards()] == [card.url for card in index.cards()]
    impacts = files.impacts()
    assert impacts == {term: dict(found) for term, found in index.impacts()}
    assert len(impacts) > 150
    assert files.words() == dict(index.words())
    assert given[-1][0] == "manifest.json"
    assert len(dict(given)) == len(given), "no file is written twice"
    assert (files.manifest["entries"], files.manifest["cardsPerFile"]) == (160, CARDS_PER_FILE)
    assert [len(files.read(name)) for name in files.manifest["cards"]] == [16] * 10


def test_frequent_terms_are_kept_apart_and_the_others_are_in_order(index: WhooshIndex) -> None:
    index.update(ENTRIES)
    files = Files(dict(browser_index(index)))
    (_, frequent), *others = files.manifest["frequent"]
    assert others == []
    assert frequent == "mailbox quota word some text é ésome"
    rare = [term for name, _ in files.manifest["sorted"] for term in files.read(name)]
    assert rare == sorted(rare)
    assert not set(rare) & set(frequent.split(" "))


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
    named = [name for name in after if name != "manifest.json"]
    assert all(re.fullmatch(r"[a-z]+-[0-9a-f]{8}\.json", name) for name in named)


def test_the_files_do_not_tell_how_often_the_index_was_updated(
    index: WhooshIndex, tmp_path: Path
) -> None:
    for step in (3, 5, 7):
        index.update([*ENTRIES[::step], make_entry("999", title=f"mailbox gone{step}")])
    index.update(reversed(ENTRIES))
    anew = WhooshIndex(tmp_path / "anew")
    anew.update(ENTRIES)
    assert list(browser_index(index)) == list(browser_index(anew))


def test_an_empty_index_has_a_manifest_alone(index: WhooshIndex) -> None:
    index.update([])
    files = Files(dict(browser_index(index)))
    nothing = {"values": [], "of": ""}
    assert files.files.keys() == {"manifest.json"}
    assert files.manifest == {
        **{"cards": [], "frequent": [], "sorted": [], "words": {}, "signatures": ""},
        **{
            "frequentWords": "",
            "rest": [],
            "mostPostings": 300,
            "entries": 0,
            "cardsPerFile": 16,
            "successors": {},
            "synonyms": [],
        },
        "facets": dict.fromkeys(("product", "root_cause", "status", "kind", "closed"), nothing),
    }


def test_facets_signatures_successors_and_synonyms_are_in_the_files(index: WhooshIndex) -> None:
    index.synonyms = (("NDR", "non-delivery report"),)
    index.update(
        [
            make_entry("a", product="Mail", id="KB-1", closed="2026-01-31", signatures=("x+", "y")),
            make_entry("b", withdrawn=True, superseded_by="KB-1", root_cause="A > B"),
            make_entry(
                "c", product="Mail", withdrawn=True, superseded_by="KB-9", signatures=("z",)
            ),
        ]
    )
    files = Files(dict(browser_index(index)))
    assert files.facet("product") == ["Mail", "", "Mail"]
    assert files.facet("closed") == ["2026-01-31", "", ""]
    assert files.facet("root_cause") == ["", "A > B", ""]
    assert files.facet("kind") == ["case"] * 3
    assert files.facet("status") == [""] * 3
    assert files.read(files.manifest["signatures"]) == [[0, "x+"], [0, "y"], [2, "z"]]
    assert files.manifest["successors"] == {"1": 0}
    assert files.manifest["synonyms"] == [
        [["NDR", ["ndr"]], ["non-delivery report", ["non", "deliveri", "report"]]]
    ]


def test_a_card_says_what_it_has_and_where_what_holds_now_is(index: WhooshIndex) -> None:
    index.update(
        [
            make_entry("a", id="KB-1", title="Now", symptom="S", resolution="R", status="Resolved"),
            make_entry("b", title="Then", withdrawn=True, superseded_by="KB-1"),
            make_entry("c", withdrawn=True, superseded_by="KB-9"),
            make_entry("d", kind="page"),
        ]
    )
    assert Files(dict(browser_index(index))).cards() == [
        {
            **{"url": "cases/a/", "title": "Now", "kind": "case", "id": "KB-1"},
            **{"status": "Resolved", "symptom": "S", "resolution": "R"},
        },
        {
            **{"url": "cases/b/", "title": "Then", "kind": "case", "withdrawn": True},
            **{"superseded_by": "KB-1", "superseded_url": "cases/a/"},
        },
        {"url": "cases/c/", "kind": "case", "withdrawn": True, "superseded_by": "KB-9"},
        {"url": "cases/d/", "kind": "page"},
    ]


@pytest.mark.parametrize("key", ["🦊", "ﬁ", "é", "z"])
def test_a_term_of_any_characters_is_read_back(index: WhooshIndex, key: str) -> None:
    index.update([make_entry("a", title=f"{key}1 x{key} 𝒶{key}")])
    files = Files(dict(browser_index(index)))
    assert files.impacts() == {term: dict(found) for term, found in index.impacts()}
