from __future__ import annotations

import time

import pytest

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.excerpt import WIDEST, excerpts, marked


def finding(line: int, start: int, end: int, *, private: bool = False) -> Diagnostic:
    span = Span("a.md", line, start, line, end)
    return Diagnostic("r", "error", span, "m", private=private)


def excerpt(text: str, found: Diagnostic, *others: Diagnostic) -> list[str]:
    lines = text.split("\n")
    return excerpts([found, *others], lambda path, line: lines[line - 1])(found)


def test_the_line_stands_after_its_number_and_carets_below_the_span() -> None:
    assert excerpt("---\nseverity: A", finding(2, 11, 12)) == [
        "2 | severity: A",
        "  |           ^",
    ]


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    found = Diagnostic("r", "error", Span("a.md", 1, 10, 3, 1), "m")
    assert excerpt("symptom: long\n  text\n", found) == [
        "1 | symptom: long",
        "  |          ^^^^",
    ]


@pytest.mark.parametrize("column", [5, 9])
def test_an_empty_span_and_one_behind_the_line_have_one_caret(column: int) -> None:
    assert excerpt("tags", finding(1, column, column)) == ["1 | tags", "  |     ^"]


@pytest.mark.parametrize("line", ["", "   ", "---"])
def test_a_line_that_shows_nothing_is_left_out(line: str) -> None:
    assert excerpt(line, finding(1, 1, 4)) == []


def test_carets_stand_below_their_text_whatever_stands_before_it() -> None:
    assert marked("a\tb", 2, 3) == ("a    b", "     ^")
    assert marked("日本 x", 3, 4) == ("日本 x", "     ^")
    assert marked("日本 x", 0, 2) == ("日本 x", "^^^^")
    assert marked("e\u0301x", 2, 3) == ("e\u0301x", " ^")
    assert marked("\x1b[2Jx", 4, 5) == (r"\x1b[2Jx", "       ^")


def test_marks_that_turn_the_direction_of_text_are_spelt_out() -> None:
    assert marked("a\u202eb", 2, 3) == (r"a\x202eb", "       ^")


def test_a_long_line_is_cut_around_its_span() -> None:
    line = f"{'a' * 500}WRONG{'b' * 500}"
    shown, carets = marked(line, 500, 505)
    assert shown == f"…{'a' * 30}WRONG{'b' * 63}…"
    assert carets == f"{' ' * 31}^^^^^"
    assert len(shown) == WIDEST


def test_a_long_span_is_cut_too() -> None:
    shown, carets = marked("x" * 500, 0, 500)
    assert shown == f"{'x' * 99}…"
    assert carets == "^" * 99


def test_a_line_that_just_fits_is_not_cut() -> None:
    line = "x" * WIDEST
    assert marked(line, 3, 4) == (line, "   ^")
    assert marked(f"{line}x", 3, 4)[0] == f"{'x' * 99}…"


def test_a_line_of_a_megabyte_takes_no_time() -> None:
    line = "\t" * 1_000_000
    start = time.process_time()
    for column in (0, 500_000, 999_999):
        marked(line, column, column + 1)
    assert time.process_time() - start < 0.1


def test_a_line_with_something_private_is_shown_for_no_rule() -> None:
    secret = finding(1, 11, 20, private=True)
    other = finding(1, 1, 9)
    assert excerpt("password: hunter2!!", secret) == []
    assert excerpt("password: hunter2!!", other, secret) == []
    assert excerpt("password: hunter2!!\nother: x", finding(2, 1, 6), secret) == [
        "2 | other: x",
        "  | ^^^^^",
    ]


def test_an_excerpt_gives_no_command_to_a_build_server() -> None:
    assert excerpt("title: ##vso[task.x]y", finding(1, 8, 9))[0] == (
        r"1 | title: ##vso\x5btask.x]y"
    )
