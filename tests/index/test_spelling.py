from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.spelling import (
    completions,
    distance,
    edits_allowed,
    is_correctable,
    nearest,
)


def test_one_edit_is_allowed_from_four_letters_and_two_from_eight() -> None:
    allowed = [edits_allowed("x" * length) for length in range(10)]
    assert allowed == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]


def test_only_plain_words_of_3_to_40_letters_can_be_corrected() -> None:
    assert [word for word in ("abc", "a" * 40) if is_correctable(word)] == ["abc", "a" * 40]
    for word in ("", "ab", "a" * 41, "Abc", "café", "don't", "a1bc", "mail-box", "abc\n", "ſabc"):
        assert not is_correctable(word), word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mailbx", "mailbox"),
        ("mailboxx", "mailbox"),
        ("mailbax", "mailbox"),
        ("malibox", "mailbox"),
        ("malbxo", ""),
        ("certifcate", "certificate"),
        ("certifcat", "certificate"),
        ("crtfct", ""),
        ("mai", ""),
        ("mailbox", ""),
    ],
)
def test_a_word_is_corrected_by_as_many_edits_as_its_length_allows(
    word: str, expected: str
) -> None:
    known = [("certificate", 3), ("mailbox", 2), ("main", 9)]
    assert nearest(word, known) == expected


def test_fewer_edits_count_before_frequency_and_that_before_the_alphabet() -> None:
    assert nearest("conector", [("collector", 900), ("connector", 1)]) == "connector"
    assert nearest("tost", [("test", 2), ("toast", 5), ("post", 3)]) == "toast"
    assert nearest("tost", [("toss", 2), ("test", 2)]) == "test"
    assert nearest("tost", []) == ""


def test_a_start_goes_on_to_the_three_most_frequent_words() -> None:
    known = [("cache", 2), ("cached", 2), ("cacheable", 1), ("caches", 7), ("cab", 99)]
    assert completions("cach", known) == ["caches", "cache", "cached"]
    assert completions("cachex", known) == []


_WORD = st.text("abc", max_size=7)


def naive(one: str, other: str) -> int:
    """The optimal string alignment distance, by its definition."""
    if not one or not other:
        return len(one) + len(other)
    edits = min(
        naive(one[1:], other) + 1,
        naive(one, other[1:]) + 1,
        naive(one[1:], other[1:]) + (one[0] != other[0]),
    )
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        edits = min(edits, naive(one[2:], other[2:]) + 1)
    return edits


@settings(deadline=None)
@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 6))
def test_the_distance_is_that_of_its_definition_as_far_as_is_asked(
    one: str, other: str, most: int
) -> None:
    expected = naive(one, other)
    found = distance(one, other, most)
    assert found == expected if expected <= most else found > most


@settings(deadline=None)
@given(_WORD, _WORD)
def test_the_distance_is_the_same_from_either_side(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert distance(one, one, 0) == 0


@settings(deadline=None)
@given(st.text("abcd", min_size=3, max_size=9), st.lists(st.tuples(_WORD, st.integers(1, 3))))
def test_the_nearest_word_is_the_least_of_all_that_are_near(
    word: str, known: list[tuple[str, int]]
) -> None:
    ranks = [
        (distance(word, other, 9), -count, other)
        for other, count in known
        if other != word and distance(word, other, 9) <= edits_allowed(word)
    ]
    assert nearest(word, known) == (min(ranks)[2] if ranks else "")
