from __future__ import annotations

import dataclasses
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from kb_builder.check import Example, check
from kb_builder.check.examples import write_example
from kb_builder.check.fixes import Mended, mend
from kb_builder.check.privacy.markup import Markup
from kb_builder.check.privacy.redaction import Replaced, redact, with_redactions
from kb_builder.check.privacy.scan import KINDS
from kb_builder.load import load_content
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.settings import parse_settings
from kb_builder.render.markdown import render_markdown

IDA = "ida.berg@northgate.com"
Redacted = Callable[..., str]


def redacted_content(folder: Path, settings: dict[str, Any] | None = None) -> Mended:
    content = load_content(folder, parse_settings(settings or {}))
    content = dataclasses.replace(content, today=date(2026, 3, 31))
    return mend(
        content,
        lambda source: (folder / source.location).read_text("utf-8"),
        judge=lambda content: with_redactions(content, check(content)),
    )


def private(content: Content) -> list[str]:
    return [str(found) for found in check(content) if found.rule in KINDS]


@pytest.fixture
def redacted(tmp_path: Path) -> Redacted:
    """The file of an example after `kb fix --redact`, of which no rule on privacy complains."""

    def redacted(example: Example) -> str:
        folder = tmp_path / "content"
        file = write_example(example, folder)
        mended = redacted_content(folder, example.settings)
        after = next((file.after for file in mended.files), file.read_text("utf-8"))
        assert private(mended.content) == []
        assert mended.content.records[0].file.problems == ()
        file.write_text(after, "utf-8")
        assert redacted_content(folder, example.settings).files == ()
        return after

    return redacted


def lines(text: str, *holding: str) -> list[str]:
    return [line for line in text.split("\n") if any(part in line for part in holding)]


def record(folder: Path) -> Record:
    return load_content(folder / "content").records[0]


def test_a_log_is_told_what_was_replaced_and_never_by_what() -> None:
    text = f"to {IDA}\nfrom 81.169.145.66 for IDA.Berg@northgate.com\npassword=Kraftwerk!47"
    assert redact(text) == (
        "to <user1>\nfrom <host1> for <user1>\npassword=<secret1>",
        (
            Replaced("<user1>", "a mail address", 2),
            Replaced("<host1>", "a public IP address", 1),
            Replaced("<secret1>", "a password or key", 1),
        ),
    )


def test_a_clean_text_stays_as_it_is() -> None:
    assert redact("HID50011 at 10.0.0.4 for ida@example.com") == (
        "HID50011 at 10.0.0.4 for ida@example.com",
        (),
    )


def test_numbers_go_on_from_the_placeholders_that_are_there() -> None:
    assert redact(f"<user2> &lt;user7> <host3> {IDA} 81.2.3.4")[0] == (
        "<user2> &lt;user7> <host3> <user8> <host4>"
    )


def test_the_brackets_around_an_address_are_those_of_its_placeholder() -> None:
    assert redact(f"From: Ida <{IDA}>")[0] == "From: Ida <user1>"


def test_every_kind_has_a_placeholder_of_its_own() -> None:
    settings = parse_settings({"denied_names": ["Northgate Freight"]})
    text = (
        f"{IDA} 81.169.145.66 +44 20 7183 8750 tenant 5f0b3c1e-8d27-4a96-b1f4-92ce7d60a3b8 "
        "Northgate Freight 4539 1488 0343 6467 password=Kraftwerk!47"
    )
    assert redact(text, settings)[0] == (
        "<user1> <host1> <phone1> tenant <tenant1> <name1> <card1> password=<secret1>"
    )


def test_more_than_one_scan_finds_is_replaced_too() -> None:
    text, replaced = redact(" ".join(f"u{number}@northgate.com" for number in range(12_000)))
    assert "@" not in text
    assert len(replaced) == 12_000


def test_one_value_has_one_placeholder_in_the_title_the_notes_and_the_body(
    redacted: Redacted,
) -> None:
    text = redacted(
        Example(
            f"title: Sign-in of {IDA} fails with HID50011 after a change of address\n"
            f"symptom: |\n  {IDA} gets `HID50011: IDA.BERG@northgate.com is unknown`.",
            body=f"Seen at jo@bright.de and {IDA}.\n",
        )
    )
    assert lines(text, "user") == [
        "title: Sign-in of <user1> fails with HID50011 after a change of address",
        r"  \<user1> gets `HID50011: <user1> is unknown`.",
        r"Seen at \<user2> and \<user1>.",
    ]


BODY = f"""\
To {IDA} and **{IDA}**, `{IDA}`, <{IDA}>, https://81.169.145.66/owa and C:\\x\\{IDA}.ost.

| Who | Where |
| --- | --- |
| {IDA} | [mail](mailto:{IDA}) |

<div>
{IDA}
</div>

- in a list

  ```
  From: Ida <{IDA}>
  ```

> quoted {IDA}

    RCPT TO:<{IDA}>
"""


def test_a_placeholder_is_seen_on_the_page_wherever_it_stands(redacted: Redacted) -> None:
    text = redacted(Example(body=BODY))
    assert text.endswith(r"""
To \<user1> and **\<user1>**, `<user1>`, \<user1>, https://\<host1>/owa and C:\x\\\<user1>.ost.

| Who | Where |
| --- | --- |
| \<user1> | [mail](mailto:\<user1>) |

<div>
&lt;user1>
</div>

- in a list

  ```
  From: Ida <user1>
  ```

> quoted \<user1>

    RCPT TO:<user1>
""")
    html = render_markdown(text.split("---\n")[-1], lambda target: None).html
    seen = re.sub(r"<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">")
    assert " ".join(seen.split()) == (
        "To <user1> and <user1>, <user1>, <user1>, https://<host1>/owa and C:\\x\\<user1>.ost. "
        "Who Where <user1> mail <user1> in a list From: Ida <user1> quoted <user1> RCPT TO:<user1>"
    )


@pytest.mark.parametrize(
    ("cause", "after", "read"),
    [
        (f"{IDA} had moved.", r"\<user1> had moved.", r"\<user1> had moved."),
        (f"'It''s of {IDA}'", r"'It''s of \<user1>'", r"It's of \<user1>"),
        (f'"It is of {IDA}"', r'"It is of \\<user1>"', r"It is of \<user1>"),
        (f'"`{IDA}` moved\\n{IDA}"', r'"`<user1>` moved\n\\<user1>"', "`<user1>` moved\n\\<user1>"),
        (f'"C:\\\\{IDA}.ost"', r'"C:\\\\\\<user1>.ost"', r"C:\\\<user1>.ost"),
        (f">-\n  {IDA} had\n  moved.", ">-\n  \\<user1> had\n  moved.", r"\<user1> had moved."),
    ],
)
def test_front_matter_stays_yaml_however_it_is_quoted(
    cause: str, after: str, read: str, redacted: Redacted, tmp_path: Path
) -> None:
    settings = {"shortest_note_words": 1}
    text = redacted(Example(f"cause: {cause}", settings=settings))
    assert f"cause: {after}\n" in text
    (tmp_path / "content" / "cases" / "CASE-000417.md").write_text(text, "utf-8")
    assert record(tmp_path).cause.strip() == read


def test_lists_and_fields_without_markdown_get_the_placeholder_as_it_is(
    redacted: Redacted, tmp_path: Path
) -> None:
    text = redacted(
        Example(
            f'environment: [Halyard Mail 7.2, "proxy 81.169.145.66"]\n'
            f"customer_words:\n  - {IDA} cannot sign in\n  # {IDA} said so\nowner: {IDA}"
        )
    )
    assert lines(text, "<") == [
        'environment: [Halyard Mail 7.2, "proxy <host1>"]',
        "  - <user1> cannot sign in",
        "  # <user1> said so",
        "owner: <user1>",
    ]
    (tmp_path / "content" / "cases" / "CASE-000417.md").write_text(text, "utf-8")
    assert record(tmp_path).customer_words == ("<user1> cannot sign in",)


def test_a_private_key_in_a_block_becomes_one_line(redacted: Redacted) -> None:
    line = "MIIEpAIBAAKCAQEAs" * 3
    key = f"-----BEGIN RSA PRIVATE KEY-----\n  {line}\n  {line}\n  -----END RSA PRIVATE KEY-----"
    text = redacted(Example(f"cause: |\n  The file held this old key of the server:\n\n  {key}"))
    assert "The file held this old key of the server:\n\n  \\<secret1>\n" in text


def test_a_paragraph_is_looked_at_once_however_many_values_it_holds() -> None:
    text = "---\nid: x\n---\n" + ">" * 300_000 + "".join(f"u{n}@firm.de " for n in range(10_000))
    source = parse_source(text.encode(), "a.md", PurePosixPath("cases/a.md"))
    started = time.process_time()
    markup = Markup(source)
    for offset in range(len(text) - 10_000, len(text)):
        markup.write("<user1>", offset)
    # Seconds where it takes a tenth of one.
    assert time.process_time() - started < 2


def test_a_silenced_rule_and_one_that_is_off_replace_nothing(tmp_path: Path) -> None:
    example = Example(
        f"cause: |  # kb: ignore[mail-address] it is the public address\n"
        f"  The mailbox {IDA} at 81.169.145.66 and +44 20 7183 8750 was moved."
    )
    write_example(example, tmp_path)
    (file,) = redacted_content(tmp_path, {"rules": {"phone-number": "off"}}).files
    assert lines(file.after, "mailbox") == [
        rf"  The mailbox {IDA} at \<host1> and +44 20 7183 8750 was moved."
    ]


def test_without_it_nothing_private_is_replaced(tmp_path: Path) -> None:
    write_example(Example(f"cause: |\n  The mailbox {IDA} was moved to another."), tmp_path)
    content = load_content(tmp_path)
    mended = mend(content, lambda source: (tmp_path / source.location).read_text())
    assert [record.cause for record in mended.content.records] == [
        f"The mailbox {IDA} was moved to another.\n"
    ]
