from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kb_builder.check.phrases import is_empty, placeholders, references_elsewhere


def phrases(find: Callable[[str], Iterator[tuple[int, int]]], text: str) -> list[str]:
    return [text[start:end] for start, end in find(text)]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("see email", "see email"),
        (
            "The setting was wrong, see the customer's last e-mail.",
            "see the customer's last e-mail",
        ),
        ("The cause is known (see case notes).", "see case notes"),
        ("Error message see screenshot.", "see screenshot"),
        ("**See attachment**", "See attachment"),
        ("Please see attached.", "see attached"),
        ("For the log, see the attached trace.", "see the attached trace"),
        ("1. See mail from 3 March", "See mail"),
        ("Refer to the case log for details.", "Refer to the case log"),
        ("Set the value as per the ticket.", "as per the ticket"),
        ("Set the value per my last mail.", "per my last mail"),
        ("Restart it as discussed.", "as discussed"),
        ("Restart it as agreed with the user by phone.", "as agreed with the user by phone"),
        ("The steps are in the Teams chat.", "The steps are in the Teams chat"),
        ("Details in ticket 4711", "Details in ticket"),
        ("Solved in the remote session.", "Solved in the remote session"),
        ("Everything else is in the case log.", "Everything else is in the case log"),
        ("Please refer to the case notes for it.", "refer to the case notes"),
        ("Solution was sent to customer by email.", "Solution was sent to customer by email"),
        ("As per email the setting was changed.", "As per email"),
        ("Fixed, see notes in the ticket for it.", "see notes in the ticket"),
        ("Check the email in the case for details.", "Check the email"),
        ("They are in the case notes of this case.", "are in the case notes"),
        ("See my last mail to the customer for the steps.", "See my last mail"),
        ("See email below for all of the steps.", "See email"),
        ("See email in case for all of the steps.", "See email"),
        ("See Teams chat with Anna for the steps.", "See Teams chat"),
        ("Please see case for the resolution details.", "see case"),
        ("see CASE-000417 notes for steps", "see CASE-000417 notes"),
        ("As I wrote in my mail, restart it.", "As I wrote in my mail"),
    ],
)
def test_a_reference_to_what_the_reader_does_not_have_is_found(text: str, phrase: str) -> None:
    assert phrases(references_elsewhere, text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "Users see the email that you received.",
        "An email message is attached to the event.",
        "Recipients can't see the attachment.",
        "The attachment is blocked.",
        "See [another page](../x.md).",
        "See [the attachment](x.md).",
        "See the attachment limits of the server.",
        "In the Teams chat, select **More**.",
        "Members of the chat can see attachments.",
        "Follow the instructions in the email.",
        "Open a ticket, and include the details in the ticket.",
        "As discussed in the previous section, restart it.",
        "The limit is 25 MB per email.",
        "Check the email settings.",
        "Open the message and see the attachment.",
        "The client shows `see email`.",
        "Users see the email for two minutes.",
        "See the email address of the sender.",
        "Refer to the email address policy.",
        "Check the email headers for the code.",
        "See the ticket number in the title bar.",
        "See the attachment in the preview pane.",
        "Open the case in Service Desk, and set the state.",
        "Some folders are left out (see screenshot below).",
        "See the case of letters, or see case 2.",
        "As per email policy, mail is kept for a year.",
        "Check the email in case the user gets it twice.",
        "See email in case the user gets it twice.",
        "Check the email in the case of a failure.",
        "See email below the folder list.",
        "Agents can see the case notes.",
        "To see the case log columns, select View.",
        "Check the ticket notes field.",
        "After the server has been restarted the recipients\nsee the email.",
    ],
)
def test_what_is_said_about_the_product_is_no_reference_elsewhere(text: str) -> None:
    assert phrases(references_elsewhere, text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("TODO", "TODO"),
        ("\n- n/a\n", "- n/a"),
        ("xxx", "xxx"),
        ("N.A.", "N.A."),
        ("to be filled", "to be filled"),
        ("will be added later", "will be added later"),
        ("to be determined", "to be determined"),
        ("1. TODO: add the steps", "TODO"),
        ("The cause is TBD.", "TBD"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
        ("Sign in as <fill in the account>.", "<fill in the account>"),
        ("[Describe the cause here]", "[Describe the cause here]"),
    ],
)
def test_a_placeholder_is_found(text: str, phrase: str) -> None:
    assert phrases(placeholders, text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "unknown",
        "Sign in to `<tenant>` as <user>.",
        "Not applicable in Outlook 2016.",
        "The codes are 0x80XXX and AADSTSXXXXX, on XXX.example.com.",
        "The list shows N/A for every user.",
        "Where TODO appears in the script, put the name.",
        "The file TODO.md and the key TBD_LIST are missing.",
        "The To Do app does not start.",
        "```\nTODO: sample\n```",
        "See [describe your issue](x.md).",
    ],
)
def test_a_real_text_is_no_placeholder(text: str) -> None:
    assert phrases(placeholders, text) == []


@pytest.mark.parametrize(
    ("text", "empty"),
    [("", True), (" \n", True), ("- ", True), ("***", True), ("<!-- say why -->", True),
     ("```\n```", True), ("`0x5`", False), ("```\ncode\n```", False), ("不明", False)],
)  # fmt: skip
def test_a_text_without_words_or_code_is_empty(text: str, empty: bool) -> None:
    assert is_empty(text) is empty
