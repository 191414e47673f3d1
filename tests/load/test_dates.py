from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_builder.load.dates import readings
from tests.load.test_record import load

FIFTH = date(2026, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2026/03/05", "2026.3.5", "2026-3-5", "2026 03 05", "05.03.2026", "5. 3. 2026",
        "5 March 2026", "5th of March 2026", "5 Mar 2026", "5-Mar-2026", "05/March/2026",
        "March 5, 2026", "Mar. 5 2026", "march 5th, 2026", "2026-Mar-05", "2026-03-05 14:30",
        "2026/03/05 14:30:12", "5 March 2026 09:15",
    ],
)  # fmt: skip
def test_a_date_with_one_reading_is_read(written: str) -> None:
    assert readings(written, written) == (FIFTH,)


@pytest.mark.parametrize(
    "written", ["13/03/2026", "03/13/2026", "13-03-2026", "3 13 2026", "13. March 2026"]
)
def test_where_one_number_can_be_no_month_there_is_one_reading(written: str) -> None:
    assert readings(written, written) == (date(2026, 3, 13),)


def test_two_numbers_that_can_both_be_a_month_have_two_readings_unless_they_are_the_same() -> None:
    assert readings("03/04/2026", "03/04/2026") == (date(2026, 4, 3), date(2026, 3, 4))
    assert readings("04/04/2026", "04/04/2026") == (date(2026, 4, 4),)


def test_a_number_of_eight_digits_is_read_as_it_is_written() -> None:
    assert readings(20260305, "20260305") == (FIFTH,)
    assert readings(20260305, "2026_0305") == ()


def test_a_time_is_left_out_but_not_where_its_zone_makes_the_day_uncertain() -> None:
    assert readings(datetime(2026, 3, 5, 23, 30), "2026-03-05 23:30:00") == (FIFTH,)
    assert load("opened: 2026-03-05T23:30:00Z").file.problems[0].rule == "wrong-type"
    assert load("opened: 2026-03-05 23:30:00 -5").file.problems[0].rule == "wrong-type"


@pytest.mark.parametrize(
    "value",
    ["", "soon", "31/31/2026", "2026-02-30", "30.02.2026", "5 Mar 26", "05.03.26", "5 Foo 2026",
     "March 2026", "2026", "2026-W01-1", True, 5, 1.5, None, ["2026/03/05"], "2026/03-05",
     "5 March 2026 or 6 March 2026", "x" * 100_000, "١٢/٠٣/2026"],
)  # fmt: skip
def test_what_is_no_date_has_no_reading(value: Any) -> None:
    assert readings(value, str(value)) == ()


@given(st.dates(), st.sampled_from(["%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y", "%Y%m%d"]))
def test_every_day_is_read_back_in_every_format(day: date, pattern: str) -> None:
    written = day.strftime(pattern.replace("%Y", f"{day.year:04}"))
    assert readings(written, written) == (day,)


def test_the_finding_names_the_readings_and_mends_what_has_one() -> None:
    [problem] = load("opened: '5 March 2026' # as told").file.problems
    assert problem.rule == "date-in-another-format"
    assert problem.message == "`5 March 2026` is a date in another format"
    assert problem.help == "write `2026-03-05`"
    assert [(edit.span.column, edit.span.end_column, edit.text) for edit in problem.edits] == [
        (9, 23, "2026-03-05")
    ]
    [unsure] = load("opened: 03/04/2026").file.problems
    assert unsure.help == "write `2026-04-03` or `2026-03-04`, whichever is meant"
    assert unsure.edits == ()


def test_a_date_in_a_block_is_told_and_left_alone() -> None:
    [problem] = load("opened: |\n  5 March 2026").file.problems
    assert (problem.message, problem.edits) == (
        "`5 March 2026` is a date in another format",
        (),
    )


def test_an_attempt_in_another_format_is_left_out_of_the_record() -> None:
    record = load("confirmation:\n  attempts: [2026-03-01, 2026/03/02]")
    assert record.confirmation and record.confirmation.attempts == (date(2026, 3, 1),)
    assert record.file.problems[0].edits[0].text == "2026-03-02"
