from __future__ import annotations

import math

import pytest

from kb_builder.index import Query
from kb_builder.index.fields import SearchField
from kb_builder.index.ranking import impacts, occurrence_worth
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry


def test_an_occurrence_is_worth_less_in_a_long_field() -> None:
    field = SearchField("title", 4.0, 0.5)
    assert occurrence_worth(field, 10, 10) == 4.0
    assert occurrence_worth(field, 30, 10) == 2.0
    assert occurrence_worth(field, 0, 0) == 4.0


def test_a_rare_term_counts_more_and_many_occurrences_saturate() -> None:
    one, many = impacts({1: 2.0, 2: 200.0}, 10).values()
    assert (one, many) == (round(50 * math.log(4.4)), round(100 * math.log(4.4) * 200 / 202))
    assert impacts({1: 2.0}, 10)[1] > one


def test_a_hit_counts_at_least_one_even_for_a_term_that_all_have() -> None:
    assert impacts({1: 0.0001}, 1) == {1: 1}


def test_the_index_scores_three_entries_as_computed_by_hand(index: WhooshIndex) -> None:
    index.update(
        [
            make_entry("a", title="mailbox quota", body="quota reached quota"),
            make_entry("b", title="quota", body="report"),
            make_entry("c", title="printer offline paper jam", body="mailbox"),
        ]
    )
    # Title lengths 2, 1, 4: average 7/3. Body lengths 3, 1, 1: average 5/3.
    title_a = 4 / (0.6 + 0.4 * 2 / (7 / 3))
    title_b = 4 / (0.6 + 0.4 * 1 / (7 / 3))
    body_a = 2 / (0.25 + 0.75 * 3 / (5 / 3))
    rarity = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    expected = {
        "b": round(100 * rarity * title_b / (2 + title_b)),
        "a": round(100 * rarity * (title_a + body_a) / (2 + title_a + body_a)),
    }
    answer = index.search(Query("quota"))
    assert {hit.card.path: hit.score for hit in answer.hits} == pytest.approx(expected, abs=0)
    assert [hit.card.path for hit in answer.hits] == ["a", "b"], "the same score: by key"
