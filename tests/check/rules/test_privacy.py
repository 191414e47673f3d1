from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_builder.check import Example, check
from kb_builder.check.privacy.scan import KINDS
from kb_builder.check.registry import rule_named
from kb_builder.load import load_content

Messages = Callable[[Example], list[str]]

IDA = "ida.berg@northgate.com"
KEY = "xoxb-" + "123456789012-123456789012-AbCdEfGhIjKlMnOpQrStUvWx"


def test_every_kind_has_its_rule_in_the_theme_of_privacy() -> None:
    rules = [rule_named(kind) for kind in KINDS]
    assert [rule and rule.theme for rule in rules] == ["privacy"] * 7


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        (f"title: Sign-in of {IDA} fails with HID50011", "2:19"),
        (f"customer_words:\n  - {IDA} cannot sign in", "3:5"),
        (f"confirmation:\n  by: customer\n  on: 2026-03-05\n  note: told {IDA} too", "5:14"),
        (f"environment: [Halyard Mail 7.2, 'box {IDA}']", "2:38"),
        (f"owner: {IDA}", "2:8"),
        (f"cause: |\n  The mailbox kept the reply address.\n\n      RCPT TO:<{IDA}>", "5:16"),
        (f"tags: [mail]  # asked by {IDA}", "2:26"),
    ],
)
def test_every_field_is_looked_at_and_code_and_comments_too(
    fields: str, at: str, messages: Messages
) -> None:
    assert messages(Example(fields)) == [
        f"CASE-000417.md:{at}: error[mail-address] `ida.…` is a mail address"
    ]


def test_each_place_in_the_body_is_reported(messages: Messages) -> None:
    found = messages(Example(body=f"To {IDA}\n\n```\nRCPT TO:<{IDA}>\n```\n"))
    assert [line.split(": ")[0].split(":")[2] for line in found] == ["4", "10"]


def test_what_a_secret_is_stands_in_the_message_and_the_secret_does_not(
    messages: Messages,
) -> None:
    (message,) = messages(Example(f"cause: |\n  The bot signed in with {KEY} and was refused."))
    assert message == "CASE-000417.md:3:26: error[secret] `xoxb…` is a Slack token"


def test_findings_on_privacy_are_marked_so_that_no_report_shows_their_line(
    tmp_path: Path,
) -> None:
    (tmp_path / "cases").mkdir()
    text = f"---\nid: KB-000108\nkind: article\ncause: it is {IDA} and {KEY}\n---\n"
    (tmp_path / "cases" / "KB-000108.md").write_text(text)
    found = check(load_content(tmp_path))
    assert {one.rule for one in found if one.private} == {"mail-address", "secret"}
    assert {one.private for one in found if one.rule not in KINDS} == {False}
    said = json.dumps([(one.message, one.help) for one in found])
    assert IDA not in said
    assert KEY not in said


def test_a_password_in_a_url_is_no_mail_address(messages: Messages) -> None:
    cause = "cause: |\n  The job reads https://app:Kraftwerk47@desk.halyard.com/in every hour."
    assert messages(Example(cause)) == [
        "CASE-000417.md:3:29: error[secret] `Kr…` is a password in a URL"
    ]


def test_what_the_settings_allow_may_stand(messages: Messages) -> None:
    allowed = {"allowed_values": ["support@northgate.com", "halyard.com", "20.190.*"]}
    cause = "cause: |\n  Ask support@northgate.com or jo@halyard.com at 20.190.159.7, not {}."
    assert messages(Example(cause.format("us"), settings=allowed)) == []
    assert messages(Example(cause.format(IDA), settings=allowed)) == [
        "CASE-000417.md:3:68: error[mail-address] `ida.…` is a mail address"
    ]


def test_a_record_may_hold_private_values_for_a_reason(messages: Messages) -> None:
    reason = "# kb: ignore[mail-address] the public address of the maker"
    assert messages(Example(f"{reason}\ncause: Mail to {IDA} was answered by the maker.")) == []


def test_a_page_that_is_no_record_may_name_whom_to_ask(tmp_path: Path) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "ask.md").write_text(f"# Ask\n\nWrite to {IDA}.\n")
    assert {one.rule for one in check(load_content(tmp_path))}.isdisjoint(KINDS)


def test_of_a_record_without_usable_fields_too(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "a.md").write_text(f"---\nid: [\n---\nTo {IDA}\n")
    found = check(load_content(tmp_path))
    assert "mail-address" in [one.rule for one in found]


def test_at_most_a_thousand_places_of_a_kind_are_reported(messages: Messages) -> None:
    body = "".join(f"- u{number}@northgate.com\n" for number in range(1_500))
    assert len(messages(Example(body=body))) == 1_000
