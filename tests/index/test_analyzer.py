from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.analyzer import STOP_WORDS, Token, terms, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0x80070005", ["0x80070005"]),
        ("AADSTS50011", ["aadsts50011", "aadst", "50011"]),
        ("5.7.1", ["5.7.1"]),
        ("451 4.7.0", ["451", "4.7.0"]),
        ("ORA-12154", ["ora-12154", "ora", "12154"]),
        ("KB5001234", ["kb5001234", "5001234"]),
        (
            r"HKLM\SOFTWARE\Halyard\Mail",
            [r"hklm\software\halyard\mail", "hklm", "softwar", "halyard", "mail"],
        ),
        ("Set-Mailbox", ["set-mailbox", "set", "mailbox"]),
        ("OUTLOOK.EXE", ["outlook.exe", "outlook", "exe"]),
        ("MailboxDatabase", ["mailboxdatabas", "mailbox", "databas"]),
        ("SMTPRelay", ["smtprelay", "smtp", "relay"]),
        ("snake_case", ["snake_case", "snake", "case"]),
        ("__init__", ["init"]),
        ("user@halyard.example", ["user@halyard.example", "user", "halyard", "exampl"]),
        ("don't", ["don't"]),
        ("the user’s mailbox", ["user", "mailbox"]),
        ("C++ 2019", ["c", "2019"]),
    ],
)
def test_a_code_gives_itself_and_its_parts(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("running", "runs"),
        ("Mailboxes", "MAILBOX"),
        ("user’s", "user's"),
        ("cafe\u0301", "café"),
        ("STRASSE", "straße"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_what_means_the_same_has_the_same_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_stop_words_and_signs_give_nothing() -> None:
    assert terms(" ".join(sorted(STOP_WORDS))) == []
    assert terms("-- !! ... \ud800 \x00 \U0001f600") == []


def test_single_digits_count_only_where_they_stand_alone() -> None:
    assert terms("5") == ["5"]
    assert terms("v-5") == ["v-5", "v"]


def test_a_token_says_which_stretch_of_the_text_it_is() -> None:
    assert list(tokens("Failed: ORA-12154.")) == [
        Token("fail", "Failed"),
        Token("ora-12154", "ORA-12154"),
        Token("ora", "ORA"),
        Token("12154", "12154"),
    ]


def test_long_words_count_by_their_first_80_characters_and_long_identifiers_in_parts() -> None:
    assert terms("x" * 100) == ["x" * 80]
    assert terms("-".join(["abcdefgh"] * 10)) == ["abcdefgh"] * 10


@settings(deadline=None)
@given(st.text())
def test_any_text_has_terms_that_utf_8_can_hold(text: str) -> None:
    for token in tokens(text):
        assert token.term.encode()
        assert token.word
