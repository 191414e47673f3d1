from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("cause:", "2:1: error[empty-notes] the cause says nothing"),
        ("cause: ' '", "2:8: error[empty-notes] the cause says nothing"),
        ("cause: <!-- why? -->", "2:8: error[empty-notes] the cause says nothing"),
        ("cause: <!-- TODO -->", "2:8: error[empty-notes] the cause says nothing"),
        ("cause: TODO", "2:8: error[placeholder-text] `TODO` stands where a text belongs"),
        (
            "cause: See case notes.",
            "2:8: error[notes-elsewhere] `See case notes` sends the reader to what they do not have",
        ),
        (
            "cause: Unknown",
            "2:8: error[unknown-cause] the cause is only unknown",
        ),
        (
            "cause: Wrong setting.",
            "2:8: error[notes-too-short] the cause has 2 words, where 5 are the fewest",
        ),
    ],
)
def test_notes_that_say_nothing_are_reported_by_one_rule(
    cause: str, said: str, messages: Messages
) -> None:
    assert messages(Example(cause)) == [f"CASE-000417.md:{said}"]


def test_missing_notes_are_empty_ones(messages: Messages) -> None:
    assert messages(Example(without=("symptom",))) == [
        "CASE-000417.md:1:1: error[empty-notes] the symptom is missing"
    ]


@pytest.mark.parametrize("title", ["Halyard Mail", "???"])
def test_a_title_of_a_product_or_of_signs_only_names_no_issue(
    title: str, messages: Messages
) -> None:
    assert messages(Example(f"title: {title}")) == [
        "CASE-000417.md:2:8: error[title-without-issue] the title does not say what the issue is"
    ]


def test_words_of_code_count(messages: Messages) -> None:
    assert messages(Example("resolution: '`Set-Mailbox -Identity ann -Type Shared`'")) == []


def test_a_title_may_be_a_placeholder_and_a_body_may_refer_to_the_case(
    messages: Messages,
) -> None:
    assert messages(Example("title: TBD", body="The log, see attached:\n")) == [
        "CASE-000417.md:2:8: error[placeholder-text] `TBD` stands where a text belongs"
    ]


def test_only_what_may_be_left_out_is_told_to_be(diagnose: Diagnose) -> None:
    assert diagnose(Example("cause: TODO")).endswith("\n  help: write the text")
    assert diagnose(Example("workaround: TODO")).endswith(
        "\n  help: write the text; where there is nothing to say, leave the field out"
    )


def test_the_second_of_two_like_phrases_has_its_own_place(messages: Messages) -> None:
    resolution = "resolution: |\n  1. Run `see email`.\n  2. Set the address, see email."
    assert messages(Example(resolution)) == [
        "CASE-000417.md:4:23: error[notes-elsewhere] "
        "`see email` sends the reader to what they do not have"
    ]
