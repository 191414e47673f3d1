from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


ORDER = "error[dates-out-of-order]"


def confirmed(lines: str) -> str:
    return f"confirmation:\n  by: idle\n  on: 2026-03-05\n{lines}"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            "closed: 2026-03-06\nopened: 2026-03-10",
            [f"3:9: {ORDER} `opened`, 2026-03-10, is after `closed`, 2026-03-06"],
        ),
        (
            "opened: 2026-03-10\nclosed: 2026-03-06",
            [f"3:9: {ORDER} `closed`, 2026-03-06, is before `opened`, 2026-03-10"],
        ),
        (
            "last_quality_response: 2026-03-07",
            [f"25:9: {ORDER} `closed`, 2026-03-06, is before `last_quality_response`, 2026-03-07"],
        ),
        (
            confirmed("  attempts:\n    - 2026-02-27\n    - 2026-03-05\n    - 2026-03-06"),
            [
                f"8:7: {ORDER} "
                "`confirmation.attempts.3`, 2026-03-06, is after `confirmation.on`, 2026-03-05",
                f"30:9: {ORDER} "
                "`opened`, 2026-03-02, is after `confirmation.attempts.1`, 2026-02-27",
            ],
        ),
        ("opened: 2026-03-05\nclosed: 2026-03-05\nlast_quality_response: 2026-03-05", []),
    ],
)
def test_each_wrong_pair_is_named_once_at_the_day_written_last(
    fields: str, said: list[str], messages: Messages
) -> None:
    same_day = "" if "confirmation" in fields or said else "\nconfirmation:\n  by: customer"
    same_day += "\n  on: 2026-03-05" if same_day else ""
    assert messages(Example(fields + same_day)) == [f"CASE-000417.md:{line}" for line in said]


def test_a_day_that_cannot_be_read_is_compared_with_none(messages: Messages) -> None:
    fields = confirmed("  attempts:\n    - soon\n    - 2026-03-06")
    assert messages(Example(fields, settings={"idle_attempts": 2})) == [
        "CASE-000417.md:6:7: error[wrong-type] `confirmation.attempts.1` is a text, not a date",
        f"CASE-000417.md:7:7: {ORDER} "
        "`confirmation.attempts.2`, 2026-03-06, is after `confirmation.on`, 2026-03-05",
    ]


def test_two_attempts_of_one_day_are_one(messages: Messages) -> None:
    fields = confirmed("  attempts:\n    - 2026-03-03\n    - 2026-03-03")
    assert messages(Example(fields, settings={"idle_attempts": 2})) == [
        "CASE-000417.md:6:5: error[idle-without-attempts] "
        "the case is closed as idle after 1 of at least 2 attempts"
    ]


@pytest.mark.parametrize(
    ("confirmation", "said"),
    [
        ("confirmation:", "2:1: error[not-confirmed] a case is closed without a confirmation"),
        ("confirmation: {}", "2:15: error[not-confirmed] a case is closed without a confirmation"),
        (
            "confirmation:\n  on: 2026-03-05",
            "2:1: error[not-confirmed] the confirmation does not say who gave it",
        ),
        (
            "confirmation:\n  by: phone\n  on: 2026-03-05",
            "3:7: error[not-confirmed] `phone` does not say who confirmed",
        ),
    ],
)
def test_a_case_is_confirmed_by_somebody(confirmation: str, said: str, messages: Messages) -> None:
    assert messages(Example(confirmation)) == [f"CASE-000417.md:{said}"]


def test_a_collaboration_is_never_idle(messages: Messages) -> None:
    example = Example("confirmation:\n  by: idle\n  on: 2026-03-04", kind="collaboration")
    assert messages(example) == [
        "COLLAB-000032.md:3:7: error[not-confirmed-by-case-owner] "
        "a collaboration is closed as idle, and the case owner was not asked"
    ]


@pytest.mark.parametrize(
    ("kind", "minutes"), [("case", "-5"), ("collaboration", "0"), ("case", ""), ("case", "~")]
)
def test_labor_time_is_more_than_nothing(kind: str, minutes: str, messages: Messages) -> None:
    [message] = messages(Example(f"labor_minutes: {minutes}".rstrip(), kind=kind))
    assert "error[no-labor-time]" in message


def test_an_article_is_not_closed_and_lacks_nothing_of_it(messages: Messages) -> None:
    assert messages(Example(kind="article")) == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("case", "status: Resolved\nstatus_reason: ' '"),
        ("case", "status: Solved\nstatus_reason: The status is unknown."),
        ("article", "status: Resolved\nstatus_reason: An article has no status."),
    ],
)
def test_a_reason_is_in_place_unless_the_status_needs_none(
    kind: str, fields: str, messages: Messages
) -> None:
    said = messages(Example(fields, kind=kind))
    assert not [message for message in said if "[reason-without-exception]" in message]


def test_a_reason_of_blanks_is_none(messages: Messages) -> None:
    fields = "status: Waiting for product fix\nstatus_reason: ' '"
    assert messages(Example(fields)) == [
        "CASE-000417.md:2:9: error[exception-without-reason] "
        "the status is `Waiting for product fix`, and `status_reason` does not say why"
    ]
