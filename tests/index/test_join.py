from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.join import SIGNATURES, WORDS, Ranked, join, successors_first


def test_a_score_is_the_reciprocal_of_the_place_weighted_and_added_up() -> None:
    assert join([Ranked(1, [7, 8, 9])]) == {7: 100_000, 8: 90_909, 9: 83_333}
    assert join([Ranked(2, [7, 8]), Ranked(1, [8, 9])]) == {8: 281_818, 7: 200_000, 9: 90_909}
    assert join([]) == join([Ranked(1, [])]) == {}


def test_entries_with_the_same_score_stay_in_the_order_of_the_lists() -> None:
    assert list(join([Ranked(1, [5, 1]), Ranked(1, [3, 9])])) == [5, 3, 1, 9]


def test_a_signature_comes_before_any_number_of_words() -> None:
    signed, by_words = list(range(900)), list(range(900, 2000))
    joined = list(join([Ranked(SIGNATURES, signed), Ranked(WORDS, by_words)]))
    assert joined == signed + by_words


@settings(deadline=None)
@given(
    st.lists(
        st.builds(Ranked, st.integers(1, 100), st.lists(st.integers(0, 9), unique=True)), max_size=4
    )
)
def test_every_entry_is_joined_once_and_scores_fall(lists: list[Ranked]) -> None:
    joined = join(lists)
    assert set(joined) == {entry for ranked in lists for entry in ranked.entries}
    assert list(joined.values()) == sorted(joined.values(), reverse=True)


@pytest.mark.parametrize(
    ("successors", "expected"),
    [
        ({}, [(1, 30), (2, 20), (3, 10)]),
        ({2: 1}, [(1, 30), (2, 20), (3, 10)]),
        ({1: 3}, [(3, 30), (1, 30), (2, 20)]),
        ({1: 9}, [(9, 30), (1, 30), (2, 20), (3, 10)]),
        ({1: 2, 2: 3}, [(3, 30), (2, 30), (1, 30)]),
        ({1: 8, 8: 9}, [(9, 30), (8, 30), (1, 30), (2, 20), (3, 10)]),
        ({1: 3, 2: 3}, [(3, 30), (1, 30), (2, 20)]),
        ({3: 1, 1: 9}, [(9, 30), (1, 30), (2, 20), (3, 10)]),
        ({1: 1}, [(1, 30), (2, 20), (3, 10)]),
        ({1: 3, 3: 1}, [(3, 30), (1, 30), (2, 20)]),
        ({1: 2, 2: 3, 3: 1}, [(3, 30), (2, 30), (1, 30)]),
        ({1: 9, 9: 8, 8: 9}, [(8, 30), (9, 30), (1, 30), (2, 20), (3, 10)]),
    ],
    ids=[
        *("none", "in place", "raised", "added", "chain", "chain added", "shared"),
        *("of the last", "itself", "cycle of two", "cycle of three", "cycle added"),
    ],
)
def test_what_holds_now_comes_just_before_what_it_supersedes(
    successors: dict[int, int], expected: list[tuple[int, int]]
) -> None:
    assert list(successors_first({1: 30, 2: 20, 3: 10}, successors).items()) == expected


def test_a_long_chain_of_successors_is_followed() -> None:
    chain = {entry: entry + 1 for entry in range(5000)}
    assert list(successors_first({0: 7}, chain)) == list(range(5000, -1, -1))


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 9), unique=True),
    st.dictionaries(st.integers(0, 12), st.integers(0, 12), max_size=12),
)
def test_no_entry_is_lost_or_comes_twice_and_scores_fall(
    entries: list[int], successors: dict[int, int]
) -> None:
    scores = {entry: 100 - at for at, entry in enumerate(entries)}
    placed = list(successors_first(scores, successors).items())
    order = [entry for entry, _ in placed]
    assert len(set(order)) == len(order)
    assert set(entries) <= set(order)
    assert [score for _, score in placed] == sorted((s for _, s in placed), reverse=True)
    for entry in order:
        its = successors.get(entry)
        assert its is None or its in order
