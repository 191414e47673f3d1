from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]

WITHDRAWN = "withdrawn:\n  on: 2026-03-10\n  reason: Halyard Mail 7.4 does this by itself."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-30", "warning[review-overdue] the review is 1 day overdue"),
        ("2025-03-31", "warning[review-overdue] the review is 365 days overdue"),
        ("2026-03-31", "hint[review-due-soon] the review is due today"),
        ("2026-04-01", "hint[review-due-soon] the review is due tomorrow"),
        ("2026-04-30", "hint[review-due-soon] the review is due in 30 days"),
        ("2026-05-01", ""),
    ],
)
def test_a_review_is_overdue_or_due_soon_by_the_day_of_judging(
    day: str, said: str, messages: Messages
) -> None:
    found = messages(Example(f"review_by: {day}"))
    assert found == ([f"CASE-000417.md:2:12: {said}"] if said else [])


def test_how_soon_is_soon_can_be_set(messages: Messages) -> None:
    example = Example("review_by: 2026-04-02", settings={"review_soon_days": 1})
    assert messages(example) == []


def test_nobody_reviews_a_withdrawn_record(messages: Messages) -> None:
    assert messages(Example(f"review_by: 2026-03-01\n{WITHDRAWN}")) == []


@pytest.mark.parametrize(
    ("withdrawn", "said"),
    [
        ("withdrawn:", "2:1: {} `withdrawn` says neither since when nor why"),
        ("withdrawn:\n  on: 2026-03-10", "2:1: {} the record is withdrawn, and nothing says why"),
        (
            "withdrawn:\n  on: 2026-03-10\n  reason: ' '",
            "2:1: {} the record is withdrawn, and nothing says why",
        ),
        (
            "withdrawn:\n  on: 2026-03-10\n  reason: TBD",
            "4:11: {} the record is withdrawn, and the reason is still to be written",
        ),
    ],
)
def test_a_withdrawal_says_why(withdrawn: str, said: str, messages: Messages) -> None:
    rule = "error[withdrawn-without-reason]"
    assert messages(Example(withdrawn)) == [f"CASE-000417.md:{said.format(rule)}"]


def test_a_withdrawal_of_the_wrong_type_is_one_finding(messages: Messages) -> None:
    [message] = messages(Example("withdrawn: 2026-03-10"))
    assert "error[wrong-type] `withdrawn` is a date, not a mapping" in message


def chain(*successors: str) -> Example:
    """Articles that are withdrawn, each with its successor, and one that holds."""
    files = {}
    for number, successor in enumerate(successors, start=1):
        place = f"  superseded_by: {successor}\n" if successor else ""
        files[f"cases/KB-00000{number}.md"] = article(f"KB-00000{number}", f"{WITHDRAWN}\n{place}")
    files["cases/KB-000009.md"] = article("KB-000009", "aliases:\n  - KB-000008\n")
    return Example(files=files)


def article(id: str, more: str) -> str:
    return f"""\
---
id: {id}
kind: article
title: Where the reply addresses of Halyard Mail are kept, as of {id}
product: Halyard Mail
environment:
  - Halyard Mail 7.0 and later
symptom: The page of sign-in ends with `HID{id[-5:]}` after a change of address.
cause: The old address {id} stays registered in the client, which sends it once more.
resolution: Remove the address {id} from the list of the client, and sign in to verify.
root_cause: Identity > Sign-in > Token cache
{more}---
"""


def of_life(found: str) -> list[str]:
    pairs = found.split("\n")
    return [
        f"{line.split(':')[0]}: {line.split('] ')[1]}; {help.removeprefix('  help: ')}"
        for line, help in pairwise(pairs)
        if "error[superseded-by-withdrawn]" in line
    ]


NONE = "name a record that holds, or leave `superseded_by` out"


@pytest.mark.parametrize(
    ("successors", "said"),
    [
        (["KB-000009"], []),
        (["KB-000008"], []),
        ([""], []),
        (
            ["KB-000002", "KB-000003", "KB-000008"],
            [
                "KB-000001.md: `KB-000002` is withdrawn too; name `KB-000009`, which holds now",
                "KB-000002.md: `KB-000003` is withdrawn too; name `KB-000009`, which holds now",
            ],
        ),
        (["KB-000002", ""], [f"KB-000001.md: `KB-000002` is withdrawn too; {NONE}"]),
        (["KB-000002", "KB-000007"], [f"KB-000001.md: `KB-000002` is withdrawn too; {NONE}"]),
        (["KB-000001"], []),
        (["KB-000002", "KB-000001"], []),
        (
            ["KB-000002", "KB-000003", "KB-000002"],
            [f"KB-000001.md: `KB-000002` is withdrawn too; {NONE}"],
        ),
    ],
)
def test_a_successor_that_is_withdrawn_is_named_with_the_end_of_the_chain(
    successors: list[str], said: list[str], diagnose: Diagnose
) -> None:
    assert of_life(diagnose(chain(*successors))) == said
