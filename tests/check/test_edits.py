"""Which edits are made together, and what they make of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_builder.check.fixes import apply, together
from kb_builder.model.diagnostic import Edit
from tests.check.edits import edit, finding


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_edits_keep_line_ends_and_byte_order_mark(end: str, mark: str) -> None:
    edits = [edit(1, 1, 1, 2, "A"), edit(2, 3, 3, 1, ""), edit(3, 3, 3, 3, "!\n?")]
    text = f"{mark}a1{end}b2{end}c3"
    assert apply(text, edits) == f"{mark}A1{end}b2c3!{end}?"


def test_a_span_past_the_end_reaches_to_it() -> None:
    assert apply("a\nb", [edit(2, 1, 3, 1, "c")]) == "a\nc"
    assert apply("a\nb\n", [edit(1, 2, 1, 99, "!")]) == "a!\nb\n"


@given(st.text("ab\r\n"), st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_edits_that_change_nothing_change_nothing(text: str, places: list[tuple[int, int]]) -> None:
    edits = {edit(line, column, line, column, "") for line, column in places}
    assert apply(text, edits) == text


def test_all_edits_of_a_finding_are_made_or_none_and_of_two_that_overlap_the_first() -> None:
    first = finding(edit(1, 1, 1, 5, "x"))
    second = finding(edit(1, 9, 1, 9, "y"), edit(1, 4, 1, 6, "z"))
    third = finding(edit(1, 9, 1, 9, "w"))
    other_file = finding(edit(1, 1, 1, 5, "x", path="b"))
    chosen, edits = together([first, second, third, other_file])
    assert chosen == [first, third, other_file]
    assert edits == {
        "a": [edit(1, 1, 1, 5, "x"), edit(1, 9, 1, 9, "w")],
        "b": [edit(1, 1, 1, 5, "x", path="b")],
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (edit(1, 3, 1, 3, "a"), edit(1, 3, 1, 3, "b")),
        (edit(1, 3, 1, 3, "a"), edit(1, 3, 1, 5, "b")),
        (edit(1, 1, 3, 1, "a"), edit(2, 1, 2, 2, "b")),
        (edit(1, 1, 1, 4, "a"), edit(1, 3, 1, 5, "b")),
    ],
)
def test_what_overlaps_waits_whichever_comes_first(one: Edit, other: Edit) -> None:
    for pair in ((one, other), (other, one)):
        chosen, _ = together(map(finding, pair))
        assert chosen == [finding(pair[0])]
        assert together([finding(*pair)]) == ([], {})


def test_neighbours_do_not_overlap() -> None:
    pair = [finding(edit(1, 1, 1, 3, "a")), finding(edit(1, 3, 1, 5, "b"))]
    assert together(pair)[0] == pair
