"""A rule is taken back for one record by a comment with a reason, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Messages = Callable[[Example], list[str]]


@pytest.mark.parametrize(
    "fields",
    [
        "severity: A  # kb: ignore[severity-a-at-closure] Service Desk was down",
        "# kb: ignore[severity-a-at-closure]: Service Desk was down\nseverity: A",
        "tags:\n  # kb: ignore[severity-a-at-closure] Service Desk was down\n  - mail\nseverity: A",
        "tags:\n  - mail  # kb: ignore[severity-a-at-closure] Service Desk was down\nseverity: A",
        "#kb:ignore [ not-confirmed , severity-a-at-closure ] Service Desk was down\n"
        "severity: A\nconfirmation:\n  by: case-owner\n  on: 2026-03-05",
    ],
)
def test_a_comment_with_a_reason_silences_its_rules_in_the_whole_record(
    fields: str, messages: Messages
) -> None:
    assert messages(Example(fields)) == []


def test_a_comment_without_a_reason_silences_nothing(messages: Messages) -> None:
    assert messages(Example("severity: A  # kb: ignore[severity-a-at-closure]  -")) == [
        "CASE-000417.md:2:11: error[severity-a-at-closure] the case is closed at severity `A`",
        "CASE-000417.md:2:27: error[silence-without-reason] "
        "`severity-a-at-closure` is to be silenced, and no reason is given",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "environment:\n  - 'Mail # kb: ignore[severity-a-at-closure] it is a text'\nseverity: A",
        "workaround: |\n  Use the phone.\n  # kb: ignore[severity-a-at-closure] it is a text\n"
        "severity: A",
        "workaround: >\n  Use the phone.\n  # kb: ignore[severity-a-at-closure] it is a text\n"
        "severity: A",
        "workaround: 'Use the phone\n  # kb: ignore[severity-a-at-closure] it is a text'\n"
        "severity: A",
    ],
)
def test_what_looks_like_a_comment_within_a_text_silences_nothing(
    fields: str, messages: Messages
) -> None:
    found = [message for message in messages(Example(fields)) if "silence" in message]
    assert not found
    assert any("severity-a-at-closure" in message for message in messages(Example(fields)))


def test_a_silence_in_one_record_is_none_in_another(messages: Messages) -> None:
    silenced = "---\n# kb: ignore[severity-a-at-closure] Service Desk was down\nFIELDS\n---\n"
    example = Example("severity: A", files={"cases/CASE-000418.md": silenced})
    found = "\n".join(messages(example))
    assert "CASE-000417.md:2:11: error[severity-a-at-closure]" in found
    assert "CASE-000418.md:2:14: warning[useless-silence]" in found


def test_what_is_found_in_all_records_together_is_silenced_in_its_record(
    messages: Messages,
) -> None:
    fields = "# kb: ignore[one-sided-relation] the case is long closed\nrelated:\n  - CASE-000417"
    assert messages(Example(fields, kind="collaboration")) == []


def test_a_silence_of_a_rule_that_is_off_is_not_useless(messages: Messages) -> None:
    fields = "# kb: ignore[title-too-long] the error text is needed whole"
    settings = {"rules": {"title-too-long": "off"}}
    assert messages(Example(fields, settings=settings)) == []
