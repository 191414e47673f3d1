"""Phrases that mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.index import Query
from kb_builder.index.query import Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths


def test_a_phrase_is_searched_by_what_means_the_same(index: WhooshIndex) -> None:
    answer = index.search(Query("NDR"))
    assert paths(answer) == ["delivery"]
    assert answer.words == Words(synonyms={"NDR": ("non-delivery report", "bounce message")})
    assert answer.hits[0].matched == ()
    assert answer.hits[0].terms == {"non", "deliveri", "report"}
    answer = index.search(Query("2fa lost."))
    assert paths(answer) == ["token"]
    assert answer.words == Words(unknown=("lost",), synonyms={"2FA": ("second factor",)})


@pytest.mark.parametrize(
    ("text", "synonyms", "found"),
    [
        ("non-delivery report.", {"non-delivery report": ("NDR", "bounce message")}, "NDR"),
        ("Non-Delivery Reports", {"non-delivery report": ("NDR", "bounce message")}, "NDR"),
        ("halyardmail.exe", {"HALYARDMAIL.EXE": ("mail client",)}, "Mail client"),
        ("my mail clients.", {"mail client": ("HALYARDMAIL.EXE",)}, "HALYARDMAIL.EXE"),
        ("second factor", {"second factor": ("2FA",)}, "2FA"),
    ],
)
def test_a_phrase_may_hold_identifiers_and_be_inflected(
    tmp_path: Path, text: str, synonyms: dict[str, tuple[str, ...]], found: str
) -> None:
    answer = made_of(tmp_path, make_entry("a", title=f"{found} stops")).search(Query(text))
    assert (answer.words.synonyms, paths(answer)) == (synonyms, ["a"])


def test_a_phrase_counts_only_where_the_query_and_the_record_have_it_whole(
    index: WhooshIndex,
) -> None:
    assert index.search(Query("bounce")).words.synonyms == {}
    assert index.search(Query("client mail")).words.synonyms == {}
    answer = index.search(Query("the mail client."))
    assert answer.words.synonyms == {"mail client": ("HALYARDMAIL.EXE",)}
    assert sorted(paths(answer)) == ["delivery", "token"]


def test_a_long_text_has_no_synonyms(index: WhooshIndex) -> None:
    filler = " ".join(f"{letter}qqqzzz" for letter in "abcdefghijklmnopq")
    assert index.search(Query(f"NDR {filler}")).words.synonyms == {}
    assert index.search(Query(f"NDR {filler}")).found == 0


def test_a_word_that_a_record_has_counts_more_than_its_synonym(tmp_path: Path) -> None:
    index = made_of(
        tmp_path, make_entry("a", title="Bounce message"), make_entry("b", title="An NDR comes")
    )
    assert paths(index.search(Query("NDR"))) == ["b", "a"]
    assert paths(index.search(Query("bounce message"))) == ["a", "b"]
