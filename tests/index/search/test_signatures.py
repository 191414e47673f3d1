"""Signatures come before words."""

from __future__ import annotations

from pathlib import Path

from kb_builder.index import Query
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths, tiers


def test_a_signature_comes_first_whatever_the_words(index: WhooshIndex) -> None:
    answer = index.search(Query("token cache: reply address 5 rejected"))
    assert tiers(answer) == {"sign-in": "signature", "token": "any", "calendar": "any"}
    assert paths(answer)[0] == "sign-in"
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    assert answer.hits[0].score >= 10_000_000 > answer.hits[1].score


def test_a_signature_is_found_where_no_word_is(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", signatures=("[0-9]{4}-zz", "qq+")), make_entry("b"))
    answer = index.search(Query("1234-zz"))
    assert (tiers(answer), answer.found) == ({"a": "signature"}, 1)
    assert answer.hits[0].matched == ()


def test_a_signature_that_is_no_expression_is_passed_over(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", signatures=("(", "q")), make_entry("b", title="q"))
    assert tiers(index.search(Query("q"))) == {"a": "signature", "b": "all"}


def test_a_signature_looks_at_the_text_without_its_filters(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", "case", "Mail", ("kind:",)), make_entry("b"))
    assert [hit.tier for hit in index.search(Query("kind:case")).hits] == ["any", "any"]
    assert tiers(index.search(Query("kind:nothing"))) == {"a": "signature"}
    assert paths(index.search(Query("kind:nothing", filters={"product": "Mail"}))) == ["a"]
    assert paths(index.search(Query("kind:nothing", filters={"product": "Print"}))) == []
