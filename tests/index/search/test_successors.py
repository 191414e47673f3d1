"""Withdrawn records, and what holds now."""

from __future__ import annotations

from pathlib import Path

from kb_builder.index import Query
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths


def test_a_withdrawn_record_comes_below_the_one_that_holds_now(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token cache", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="something else", body="token"),
        make_entry("c", title="token", body="cache"),
    )
    answer = index.search(Query("token cache"))
    assert paths(answer) == ["b", "a", "c"]
    assert answer.hits[0].score == answer.hits[1].score


def test_what_holds_now_is_found_where_it_does_not_match(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token cache", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="something else"),
        make_entry("c", title="token", withdrawn=True, superseded_by="KB-9"),
    )
    answer = index.search(Query("token cache"))
    assert paths(answer) == ["b", "a", "c"]
    (now, *_) = answer.hits
    assert (now.tier, now.matched, now.missing) == ("any", (), ("token", "cache"))
    assert answer.found == 3


def test_successors_are_followed_to_the_last_where_none_of_them_matches(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="else", withdrawn=True, superseded_by="KB-3"),
        make_entry("c", id="KB-3", title="something"),
    )
    assert paths(index.search(Query("token"))) == ["c", "b", "a"]


def test_what_holds_now_is_left_out_where_it_does_not_pass_the_filters(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", product="Mail", title="token", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", product="Print", id="KB-2", title="token"),
    )
    assert paths(index.search(Query("token", filters={"product": "Mail"}))) == ["a"]
    assert paths(index.search(Query("token product:print"))) == ["b"]
    assert paths(index.search(Query("token"))) == ["b", "a"]


def test_records_that_supersede_each_other_are_found_all_the_same(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", id="KB-1", title="token", superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="token", superseded_by="KB-1"),
        make_entry("c", id="KB-3", title="token", superseded_by="KB-3"),
    )
    assert paths(index.search(Query("token"))) == ["b", "a", "c"]
