"""Titles, symptoms, workarounds, pictures and references as agents write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kb_builder.check.phrases.elsewhere import references_elsewhere
from kb_builder.check.phrases.observable import unobserved
from kb_builder.check.phrases.picture import only_pictures, pictures_for_text
from kb_builder.check.phrases.title import vague_titles
from kb_builder.check.phrases.workaround import workarounds


def phrases(find: Callable[[str], Iterator[tuple[int, int]]], text: str) -> list[str]:
    return [text[start:end] for start, end in find(text)]


VAGUE_TITLES = """\
Outlook issue
Outlook issues
Issue with Outlook
Problem with mail
Problem with Halyard Mail
Halyard Mail problem
Urgent help
URGENT!!! Help needed
Urgent: Outlook not working
Please help
Help
Question
Question about Teams
General question
Error
Error in Excel
Support request
Support needed
Request for assistance
Outlook not working
Outlook doesn't work
Mail is down
Teams is broken
Calendar issue - urgent
FW: problem
Re: Issue
Sign-in problem
Customer unhappy
Escalation
Follow up
Excel question
Need help with SharePoint
Strange issue with OneDrive
User can't work
Cannot work
Customer is frustrated with mail
Unhappy with Halyard Drive
---
??? !!!
Halyard Drive is not working properly
""".splitlines()

GOOD_TITLES = """\
Sign-in to Halyard Mail on the web fails with HID50011
Outlook crashes when a signature with a picture is inserted
Known issues in Outlook for Mac after the update of March
Mail to partner.example deferred with 451 4.7.0
Where message size limits are set
Halyard Backup jobs are skipped when daylight saving time begins
Search does not work for archive mailboxes
Auto-Complete may not work
Calendar shows meetings an hour off
How to restore a deleted mailbox
Error 0x80070643 during setup
Issue with reply addresses that contain an apostrophe
Help pane stays empty
Request for a certificate is denied
HID50011 on sign-in
Printing cuts off the right margin
Questions of a form are lost after saving
Outlook not working offline after the update
Users cannot work offline in Excel
Frustrated redirect loop between two sign-in pages
四半期報告書が二重に表示される
""".splitlines()

UNOBSERVED = """\
The customer has a problem with Outlook.
Customer reported an issue with mail since Monday.
Outlook does not work.
Outlook is not working properly for the user.
There is an issue with the calendar for some users.
The customer needs help with the migration.
Users have problems with Halyard Mail after the update.
Customer contacted support because of an issue with Teams.
The application has an error on some computers.
Please assist the customer with the configuration.
Customer is not happy with the sync.
The mail system doesn't work for the users of the branch.
""".splitlines()

OBSERVED = """\
Outlook shows an empty inbox after the update.
Sign-in ends with `HID50011`.
The user cannot open shared calendars.
Mail to external recipients is delayed by hours.
The client says "Cannot connect to the server".
Messages are missing from the folder Sent items.
Opening a file takes two minutes.
The status is stuck at *Processing*.
Appointments are an hour late for participants abroad.
All jobs have been skipped since Sunday.
The device reports 0x800b0109.
Outlook does not start.
The screen stays black in meetings.
The button Save is grey.
Users are asked for their password again and again.
The question is how to see who changed a permission.
After the upgrade the keyboard is reduced to a smaller size.
The memory usage of the engine keeps increasing.
The Archive feature is on, but the mailbox reaches its quota.
The shutdown takes longer than expected.
""".splitlines()

WORKAROUNDS = [
    ("To work around this issue, use the web client.", "To work around this"),
    ("As a workaround, use the web client.", "As a workaround"),
    ("Use the following workaround: open the web client.", "the following workaround"),
    ("Workaround: use the web client.", "Workaround:"),
    ("The update is broken. As a temporary measure, roll it back.", "As a temporary measure"),
    ("Rolled back the driver as a temporary solution.", "as a temporary solution"),
    ("This can be worked around by a new profile.", "can be worked around"),
    ("We provided a temporary workaround to the users.", "a temporary workaround"),
    ("Temporary fix: delete the cookie each morning.", "Temporary fix:"),
    ("The interim solution: a second profile.", "interim solution:"),
    ("W/A: use another browser.", "W/A:"),
    (
        "In the meantime, the users can use the desktop client.",
        "In the meantime, the users can use",
    ),
    ("In the meantime use the desktop client.", "In the meantime use"),
    ("Until the fix is released, use the desktop client.", "Until the fix is released, use"),
    (
        "Until this issue is fixed, please use the desktop client.",
        "Until this issue is fixed, please use",
    ),
    ("Set the value as a work-around.", "as a work-around"),
]

NO_WORKAROUNDS = """\
There is no workaround.
A fix was installed, and the workaround is not needed.
The update removes the cause for good.
The certificate expired without a warning.
There isn't a workaround for it.
Temporary files are deleted.
Run `Set-Workaround -Off`.
Until this problem is resolved, use of the gateway is free.
In the meantime the index was rebuilt and the users were informed.
Until the sync is complete, the folder is grey.
The text flows around the picture.
""".splitlines()

PICTURES = [
    "![](a.png)",
    "![Screenshot](a.png)",
    "See screenshot below:\n\n![Screenshot](a.png)",
    "![error](a.png)\n\n![](b.png)",
    "Error:\n![](a.png)",
]
FOR_TEXT = [
    ("Sign-in ends with this error:\n\n![Screenshot of the error](a.png)", "this error"),
    ("It ends with the following error.\n\n![Screenshot of the limit error](a.png)", "the following error"),
    ("The client stops, see screenshot below.\n\n![image.png](a.png)", "see screenshot below"),
    ("Users get the following error when signing in to the page:\n\n![image](a.png)",
     "the following error"),
    ("It shows the following error message:\n\n   ![Screenshot](a.png)\n\nThen it ends.",
     "the following error message"),
]  # fmt: skip
TEXTS_WITH_PICTURES = [
    "The error `HID50011` is shown:\n\n![Screenshot of the error](a.png)",
    "You see this error:\n\n![The dialog says that the reply address does not match](a.png)",
    "Click **Save**.\n\n![](a.png)",
    "Error message:\n\n> HID50011: no match\n\n![Screenshot](a.png)",
    "Run `![](a.png)` in the editor.",
    "The following error is logged as event 4625:\n\n![Screenshot](a.png)",
]


ELSEWHERE = [
    ("See notes.", "See notes"),
    ("Same as above.", "Same as above."),
    ("Ditto", "Ditto"),
    ("See title", "See title"),
    ("See email from Anna.", "See email"),
    ("See email from Anna Nowak of 3 March.", "See email"),
    ("See attachments.", "See attachments"),
    ("See log attached.", "See log attached"),
    ("Logs attached.", "Logs attached"),
    ("Screenshot attached.", "Screenshot attached"),
    ("Error is in the screenshot.", "Error is in the screenshot"),
    ("Refer email thread for details.", "Refer email thread"),
    ("Please see below email from customer.", "see below email"),
    ("Explained to customer over the phone.", "Explained to customer over the phone"),
    ("Steps shared with customer over email.", "Steps shared with customer over email"),
    ("Sent the steps to the customer by mail.", "Sent the steps to the customer by mail"),
    ("Followed the steps in the mail.", "Followed the steps in the mail"),
    ("See the linked ticket.", "See the linked ticket"),
    ("As per call with customer.", "As per call with customer"),
    ("See log.", "See log"),
    ("Wait. According to the mail from 3 March, restart it.", "According to the mail"),
    ("Fixed, see my comment in the case.", "see my comment in the case"),
    ("All info in the attached doc.", "All info in the attached doc"),
    ("Resolution as discussed in Teams.", "Resolution as discussed in Teams"),
    ("Information in the ticket.", "Information in the ticket"),
    (
        "As discussed with the customer we have replaced the address.",
        "As discussed with the customer",
    ),
    ("As discussed over phone the customer replaced the address.", "As discussed over phone"),
    (
        "as mentioned in the below mail customer has replaced the address",
        "as mentioned in the below mail",
    ),
    ("Please refer to the attached document for the exact steps", "refer to the attached document"),
    ("Please see the mail chain attached", "see the mail chain"),
    ("kindly refer the trailing mail for the resolution", "refer the trailing mail"),
    ("Steps are in the email I sent on Monday to the customer", "Steps are in the email"),
    ("solution same as in ticket 4711", "solution same as in ticket"),
    ("see teams", "see teams"),
]
NOT_ELSEWHERE = [
    "The value of B is the same as above.",
    "See above for the limits, then restart.",
    "Contact Support for details.",
    "The log file is attached to each report by default.",
    "See email from unknown senders in the junk folder.",
    "See notes in OneNote on the phone.",
    "Users see comments.",
    "The value is set per mailbox (as discussed earlier).",
    "As mentioned earlier, restart it.",
    "Send the steps to the printer by USB.",
    "Errors in the mail queue are counted.",
    "Ask the owner of the list.",
    "Logs attached to a job are deleted.",
    "As discussed the limit is 20 MB.",
    "See Teams for Mac in the list of clients.",
    "See email attached to the event.",
]


@pytest.mark.parametrize("title", VAGUE_TITLES)
def test_a_title_without_an_issue_is_found(title: str) -> None:
    assert phrases(vague_titles, title) == [title]


@pytest.mark.parametrize("title", GOOD_TITLES)
def test_a_title_with_an_issue_is_left_alone(title: str) -> None:
    assert phrases(vague_titles, title) == []


@pytest.mark.parametrize("symptom", UNOBSERVED)
def test_a_symptom_in_which_nothing_happens_is_found(symptom: str) -> None:
    assert phrases(unobserved, symptom) == [symptom]


@pytest.mark.parametrize("symptom", OBSERVED)
def test_a_symptom_with_something_to_observe_is_left_alone(symptom: str) -> None:
    assert phrases(unobserved, symptom) == []


@pytest.mark.parametrize(("text", "phrase"), WORKAROUNDS)
def test_a_workaround_is_found_where_it_is_introduced(text: str, phrase: str) -> None:
    assert phrases(workarounds, text) == [phrase]


@pytest.mark.parametrize("text", NO_WORKAROUNDS)
def test_what_introduces_no_workaround_is_left_alone(text: str) -> None:
    assert phrases(workarounds, text) == []


@pytest.mark.parametrize("text", PICTURES)
def test_a_text_of_pictures_only_is_found_as_a_whole(text: str) -> None:
    assert phrases(only_pictures, text) == [text]


@pytest.mark.parametrize(("text", "phrase"), FOR_TEXT)
def test_a_message_of_which_only_a_picture_follows_is_found(text: str, phrase: str) -> None:
    assert phrases(pictures_for_text, text) == [phrase]


@pytest.mark.parametrize("text", TEXTS_WITH_PICTURES)
def test_a_picture_beside_its_text_is_left_alone(text: str) -> None:
    assert phrases(only_pictures, text) == []
    assert phrases(pictures_for_text, text) == []


@pytest.mark.parametrize(("text", "phrase"), ELSEWHERE)
def test_more_references_to_what_the_reader_does_not_have_are_found(text: str, phrase: str) -> None:
    assert phrases(references_elsewhere, text) == [phrase]


@pytest.mark.parametrize("text", NOT_ELSEWHERE)
def test_more_of_what_is_said_about_the_product_is_no_reference_elsewhere(text: str) -> None:
    assert phrases(references_elsewhere, text) == []


@pytest.mark.parametrize(
    "find",
    [vague_titles, unobserved, workarounds, only_pictures, pictures_for_text, references_elsewhere],
)
@pytest.mark.parametrize(
    "text",
    ["help urgent please ", "problem with ", "as a ", "![", "error: ", "see the ", "**", " ", "a"],
)
def test_a_hundred_kilobytes_on_one_line_take_no_time(
    find: Callable[[str], Iterator[tuple[int, int]]], text: str
) -> None:
    list(find(text * (100_000 // len(text)) + "Q"))
