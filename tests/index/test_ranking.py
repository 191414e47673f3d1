from __future__ import annotations

import math
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index import Query
from kb_builder.index.fields import SEARCH_FIELDS, SearchField
from kb_builder.index.ranking import most_postings, occurrence_worth, split_impacts
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry


def impacts(frequencies: Mapping[int, float], entries: int) -> dict[int, int]:
    """What a term adds where it counts."""
    return split_impacts(frequencies, entries)[0]


def test_what_does_not_count_is_not_lost() -> None:
    frequencies = {n: n / 10 for n in range(1, 401)}
    kept, rest = split_impacts(frequencies, 1000)
    assert (len(kept), len(rest)) == (300, 100)
    assert kept.keys() | rest.keys() == frequencies.keys()
    assert max(rest.values()) <= min(kept.values())


def test_an_occurrence_is_worth_less_in_a_long_field() -> None:
    field = SearchField("title", 4.0, 0.5)
    assert occurrence_worth(field, 10, 10) == 4.0
    assert occurrence_worth(field, 30, 10) == 2.0
    assert occurrence_worth(field, 0, 0) == 4.0


def test_a_rare_term_counts_more_and_many_occurrences_saturate() -> None:
    one, many = impacts({1: 2.0, 2: 200.0}, 10).values()
    rarity = math.log(4.4)
    assert one == round(8 * rarity * 2 / 4.5)
    assert many == round(8 * rarity * 200 / 202.5)
    assert impacts({1: 2.0}, 10)[1] > one


def test_a_hit_counts_at_least_one_even_for_a_term_that_all_have() -> None:
    assert impacts({1: 0.0001}, 1) == {1: 1}
    assert impacts({}, 1) == {}


@pytest.mark.parametrize(
    ("entries", "most"),
    [(0, 300), (1000, 300), (2000, 304), (10_000, 680), (100_000, 2150), (1_000_000, 6800)],
)
def test_a_term_counts_in_ever_fewer_of_more_entries(entries: int, most: int) -> None:
    assert most_postings(entries) == most


def test_a_term_counts_where_it_is_worth_most() -> None:
    worths = {entry: float(entry) for entry in range(1, 1001)}
    assert impacts(worths, 1000).keys() == set(range(701, 1001))
    assert impacts({n: worths[n] for n in range(1, 301)}, 1000).keys() == set(range(1, 301))


def test_those_that_are_worth_as_much_as_the_last_count_too() -> None:
    worths = {entry: 1.0 + (entry < 200) for entry in range(1000)}
    assert impacts(worths, 1000).keys() == set(range(1000))
    worths = {entry: 1.0 + (entry < 300) for entry in range(1000)}
    assert impacts(worths, 1000).keys() == set(range(300))


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 500), st.floats(0.01, 1000), max_size=350))
def test_more_occurrences_are_never_worth_less(frequencies: dict[int, float]) -> None:
    found = impacts(frequencies, 501)
    assert all(type(worth) is int and worth >= 1 for worth in found.values())
    in_order = sorted(frequencies, key=lambda entry: frequencies[entry])
    worths = [found.get(entry, 0) for entry in in_order]
    assert worths == sorted(worths)
    assert len(found) >= min(300, len(frequencies))


def test_the_index_scores_three_entries_as_computed_by_hand(index: WhooshIndex) -> None:
    index.update(
        [
            make_entry("a", title="mailbox quota", body="quota reached quota"),
            make_entry("b", title="quota", body="report"),
            make_entry("c", title="printer offline paper jam", body="mailbox"),
        ]
    )
    weights = {field.name: field.weight for field in SEARCH_FIELDS}
    assert (weights["title"], weights["body"]) == (4.0, 0.5)
    # Title lengths 2, 1, 4: average 7/3. Body lengths 3, 1, 1: average 5/3.
    title_a = 4 / (0.6 + 0.4 * 2 / (7 / 3))
    title_b = 4 / (0.6 + 0.4 * 1 / (7 / 3))
    body_a = 2 * 0.5 / (0.25 + 0.75 * 3 / (5 / 3))
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    a = round(8 * rarity * (title_a + body_a) / (2.5 + title_a + body_a))
    b = round(8 * rarity * title_b / (2.5 + title_b))
    assert (a, b) == (2, 3)
    assert dict(index.impacts())["quota"] == {0: a, 1: b}
    assert [hit.card.path for hit in index.search(Query("quota")).hits] == ["b", "a"]


def test_the_index_leaves_out_where_a_frequent_term_is_worth_least(index: WhooshIndex) -> None:
    index.update(
        make_entry(f"{n:03}", title="server" if n % 2 else "", body="server " + "other " * (n % 3))
        for n in range(500)
    )
    found = dict(index.impacts())
    assert set(found["server"]) == {n for n in range(500) if n % 2 or n % 3 == 0}
    assert len(found["other"]) == 333
