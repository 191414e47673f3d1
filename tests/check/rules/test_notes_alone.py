from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Messages = Callable[[Example], list[str]]

_NOT_REPRODUCED = "status: Not reproducible\nstatus_reason: It did not occur in three days."


@pytest.mark.parametrize("cause", ["Unknown", "The cause is unknown.", "Unclear, it is gone now."])
def test_a_status_of_the_list_may_allow_an_unknown_cause(cause: str, messages: Messages) -> None:
    assert messages(Example(f"cause: {cause}\n{_NOT_REPRODUCED}")) == []
    assert messages(Example(f"cause: {cause}")) == [
        "CASE-000417.md:2:8: error[unknown-cause] the cause is only unknown"
    ]


def test_an_article_has_no_status_that_would_allow_an_unknown_cause(messages: Messages) -> None:
    assert messages(Example("cause: The cause is unknown.", kind="article")) == [
        "KB-000108.md:2:8: error[unknown-cause] the cause is only unknown"
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("title: [a, b]", "2:8: error[wrong-type] `title` is a list, not a text"),
        ("Title: Sign-in fails", "2:1: error[unknown-field] unknown field `Title`"),
        ("symptom: 42", "2:10: error[wrong-type] `symptom` is a number, not a text"),
    ],
)
def test_what_cannot_be_read_is_not_asked_what_it_says(
    fields: str, said: str, messages: Messages
) -> None:
    example = Example(fields, without=("title",) if fields[0] == "T" else ())
    assert messages(example) == [f"CASE-000417.md:{said}"]


def test_a_short_resolution_without_steps_is_reported_by_one_rule(messages: Messages) -> None:
    assert messages(Example("resolution: Fixed.")) == [
        "CASE-000417.md:2:13: error[resolution-without-steps] "
        "the resolution says that it was resolved, and not how"
    ]


def test_the_picture_of_an_error_is_no_symptom(messages: Messages) -> None:
    picture = "![Screenshot of the error](../attachments/error.png)"
    found = messages(Example(f"symptom: '{picture}'", files={"attachments/error.png": "a picture"}))
    assert found == [
        f"CASE-000417.md:2:11: warning[screenshot-without-text] `{picture}` is only a picture, "
        "and its text stands nowhere"
    ]


def test_a_picture_in_the_body_needs_no_text_unless_it_is_announced_as_an_error(
    messages: Messages,
) -> None:
    picture = "![Screenshot of the dialog](../attachments/error.png)\n"
    files = {"attachments/error.png": "a picture"}
    assert messages(Example(body=picture, files=files)) == []
    assert messages(Example(body=f"You see the following error:\n\n{picture}", files=files)) == [
        "CASE-000417.md:32:9: warning[screenshot-without-text] `the following error` is only a "
        "picture, and its text stands nowhere"
    ]


def test_a_workaround_in_its_own_field_may_be_spoken_of(messages: Messages) -> None:
    resolution = "resolution: As a workaround open the old address, then restart Halyard Identity."
    assert messages(Example(resolution)) == [
        "CASE-000417.md:2:13: warning[hidden-workaround] `As a workaround` tells a workaround "
        "within the resolution"
    ]
    assert messages(Example(f"{resolution}\nworkaround: Open the old web address of it.")) == []


@pytest.mark.parametrize(
    ("symptom", "cause", "resolution", "repeated"),
    [
        ("The sign-in page shows HID50011 to all users.", "The sign-in page shows HID50011 to all users!", "",
         ["2:8: error[notes-copied] the cause repeats the symptom"]),
        ("On Monday the sign-in page shows HID50011 to all.", "The sign-in page shows HID50011", "",
         ["2:8: error[notes-copied] the cause repeats the symptom"]),
        ("", "Its new address was never registered.", "Its new address was never registered now.",
         ["3:13: error[notes-copied] the resolution repeats the cause"]),
        ("The sign-in page shows HID50011 to all.", "The sign-in page shows HID50011 to all.",
         "The sign-in page shows HID50011 to all.",
         ["2:8: error[notes-copied] the cause repeats the symptom",
          "3:13: error[notes-copied] the resolution repeats the symptom"]),
        ("The sign-in page shows HID50011 to all.", "Its new address was never registered.",
         "Its new address was never registered. Register it in Halyard Identity, and sign in again.",
         []),
        ("The page shows an error.", "The page shows no data, as the index of it is gone.", "", []),
    ],
)  # fmt: skip
def test_notes_that_repeat_each_other_are_found_in_the_later_one(
    symptom: str, cause: str, resolution: str, repeated: list[str], messages: Messages
) -> None:
    fields = [f"cause: {cause}"]
    fields += [f"resolution: {resolution}"] if resolution else []
    fields += [f"symptom: {symptom}"] if symptom else []
    found = messages(Example("\n".join(fields)))
    assert found == [f"CASE-000417.md:{one}" for one in repeated]


_LOG = "\n".join(f"10:00:{number:02} INFO request {number} answered" for number in range(20))
_WALL = f"```text\n{_LOG}\n10:00:20 ERROR token 0x80070005 of the client was rejected\n```\n"


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("The log of the server:", True),
        ("The log has `token 0x80070005`:", False),
        ("It says that a client was not let in:", True),
        ("It says `of the client was rejected`:", False),
    ],
)
def test_the_line_of_an_error_in_a_long_log_is_to_be_quoted(
    quoted: str, found: bool, messages: Messages
) -> None:
    said = ["CASE-000417.md:35:1: warning[unquoted-log] of a log of 21 lines, none that tells the "
            "error is quoted"]  # fmt: skip
    assert messages(Example(body=f"{quoted}\n\n{_WALL}")) == (said if found else [])


def test_a_long_block_without_an_error_or_of_a_script_is_no_wall_of_log(messages: Messages) -> None:
    assert messages(Example(body=f"```text\n{_LOG}\nmore\n```\n")) == []
    assert messages(Example(body=_WALL.replace("```text", "```powershell"))) == []


def test_a_log_that_is_pasted_without_a_fence_is_a_wall_too(messages: Messages) -> None:
    lines = "\n".join(f"2026-03-04 10:00:{number:02} INFO request answered" for number in range(20))
    wall = f"{lines}\n   at Halyard.Mail.Session.Open()\n2026-03-04 10:00:20 ERROR token was rejected\n"
    assert messages(Example(body=f"The log of the server:\n\n{wall}")) == [
        "CASE-000417.md:34:1: warning[unquoted-log] of a log of 22 lines, none that tells the "
        "error is quoted"
    ]
    assert messages(Example(body=f"It says `ERROR token was rejected`:\n\n{wall}")) == []
    assert messages(Example(body="".join(f"10:0{n} step {n}\n" for n in range(9)) * 3)) == []


@pytest.mark.parametrize("line", ["WARN connection timed out after 30 s", "0x80070005 by server"])
def test_an_error_line_is_told_as_the_search_tells_it(line: str, messages: Messages) -> None:
    example = Example(body=f"```text\n{_LOG}\n10:00:20 {line}\n```\n")
    assert [said.split("[")[1][:12] for said in messages(example)] == ["unquoted-log"]


def test_a_signature_quotes_its_log(messages: Messages) -> None:
    example = Example("signatures:\n  - 'ERROR token 0x80070005'", body=_WALL)
    assert [line for line in messages(example) if "unquoted-log" in line] == []
