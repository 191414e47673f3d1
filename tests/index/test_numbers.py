from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.numbers import DIGITS, LAST, decode, encode


@settings(deadline=None)
@given(st.lists(st.integers(0, 200) | st.integers(0, 2**53)))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**53)))
def test_the_text_stands_in_json_as_it_is(numbers: list[int]) -> None:
    text = encode(numbers)
    assert json.dumps(text) == f'"{text}"'
    assert " " not in text, "a blank parts two lists"


def test_there_are_91_signs_without_the_quote_and_the_backslash() -> None:
    assert len(set(DIGITS)) == len(DIGITS) == 91
    assert set(DIGITS) & set('"\\ ') == set()
    assert all(ord(one) < ord(other) for one, other in pairwise(DIGITS))


@pytest.mark.parametrize(
    ("number", "signs"),
    [(0, 1), (LAST - 1, 1), (LAST, 2), (1919, 2), (1920, 3), (59_579, 3), (59_580, 4)],
)
def test_small_numbers_take_few_signs(number: int, signs: int) -> None:
    assert len(encode([number])) == signs
