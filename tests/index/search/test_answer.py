"""How many hits an answer has and in what order, whatever is asked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index import Query
from kb_builder.index.query import FACETS
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.long_texts import LONG
from tests.index.search.known import made_of, paths


def test_entries_that_are_worth_the_same_come_by_their_keys(tmp_path: Path) -> None:
    index = made_of(tmp_path, *(make_entry(key, title="same words") for key in "dbeac"))
    answer = index.search(Query("same", limit=3))
    assert (paths(answer), answer.found) == (["a", "b", "c"], 5)


def test_what_matches_nearly_as_well_as_the_best_is_counted(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        *(make_entry(f"a{n}", title="token cache") for n in range(3)),
        *(make_entry(f"b{n:02}", body="words " * 20 * (n + 1) + "token") for n in range(40)),
    )
    for limit in (2, 50):
        answer = index.search(Query("token cache", limit=limit))
        assert (paths(answer)[:2], answer.found) == (["a0", "a1"], 43), "ten, and their equals"
    index.update([make_entry(f"a{n:02}", title="token cache") for n in range(20)])
    assert index.search(Query("token cache", limit=2)).found == 20
    index.update([make_entry("a", title="token cache"), make_entry("b", body="words token")])
    assert index.search(Query("token cache", limit=2)).found == 2


def test_a_limit_keeps_the_first_and_more_than_a_hundred_can_be_asked_for(tmp_path: Path) -> None:
    index = made_of(tmp_path, *(make_entry(f"{n:03}", title="token") for n in range(150)))
    for limit in (0, 1, 99, 100, 101, 1000):
        answer = index.search(Query("token", limit=limit))
        assert paths(answer) == [f"{n:03}" for n in range(min(limit, 150))]
        assert answer.found == 150


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_search_of_any_text_answers_in_a_moment(index: WhooshIndex, text: str) -> None:
    start = time.process_time()
    index.search(Query(text, facets=True))
    assert time.process_time() - start < 3


_LIKELY = st.sampled_from(
    [
        *(" ", "\n", ".", "-", "token", "cach", "prnter", "NDR", "2fa", "0x80070005", "5.7.1"),
        *("product:", "closed:", ">2026", '"', "Mail", "cause:Identity ", "10.0.0.5", "AADSTS5"),
    ]
)
_FILTERS = st.dictionaries(
    st.sampled_from([*FACETS, "closed"]) | st.text(),
    st.sampled_from(["Mail", "2026", ""]) | st.text(),
)


@given(
    st.lists(_LIKELY | st.text(st.characters(), max_size=4), max_size=20).map("".join),
    _FILTERS,
    st.integers(0, 9),
)
@settings(deadline=None, max_examples=200)
def test_no_query_raises_and_every_answer_agrees_with_itself(
    index: WhooshIndex, text: str, filters: dict[str, str], limit: int
) -> None:
    answer = index.search(Query(text, limit, filters, facets=True))
    assert len(answer.hits) <= limit
    assert answer.found >= min(10, len(answer.hits))
    assert filters.keys() <= answer.filters.keys()
    words = answer.words
    said = (words.searched, words.masked, words.unknown, words.unknown_codes)
    assert len({word for each in said for word in each}) == sum(map(len, said))
    assert words.corrected.keys() | words.completed.keys() <= set(words.searched)
    for hit in answer.hits:
        assert set(hit.matched) <= set(words.searched)
        assert set(hit.missing) <= set(words.searched)
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    for counted in answer.facets.values():
        assert all(count.count > 0 for count in counted)


def test_a_frequent_word_finds_all_records_of_a_narrowed_search(tmp_path: Path) -> None:
    many = (make_entry(f"a{n:03}", product="Mail", title="error") for n in range(320))
    few = (make_entry(f"b{n}", product="Print", body="long text " * 99 + "error") for n in range(3))
    index = made_of(tmp_path, *many, *few)
    assert paths(index.search(Query("error", filters={"product": "Print"}))) == ["b0", "b1", "b2"]


def test_a_record_where_a_frequent_word_does_not_count_is_not_said_to_lack_it(
    tmp_path: Path,
) -> None:
    many = (make_entry(f"a{n:03}", title="error") for n in range(320))
    index = made_of(tmp_path, *many, make_entry("b", title="printer", body="text " * 99 + "error"))
    answer = index.search(Query("printer error"))
    (hit,) = (hit for hit in answer.hits if hit.card.path == "b")
    assert (hit.matched, hit.missing) == (("printer",), ())
