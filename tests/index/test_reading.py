from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.reading import (
    LONGEST_LOG,
    MOST_CHARACTERS,
    MOST_LOOKED_UP,
    Reading,
    Word,
    is_code,
    read,
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(word.text, word.kind) for word in read(text).words]


def texts(reading: Reading) -> list[str]:
    return [word.text for word in reading.words]


def looked_up(reading: Reading) -> int:
    return sum(len(word.terms) + len(word.parts) for word in reading.words)


def test_a_text_is_read_into_words_codes_identifiers_and_noise() -> None:
    text = "The token cache on EX16-MBX02 fails: HID50011, 5.7.1 in HALYARDMAIL.EXE 7.2.16.1"
    assert kinds(text) == [
        ("token", "word"),
        ("cache", "word"),
        ("EX16-MBX02", "noise"),
        ("fails", "word"),
        ("HID50011", "code"),
        ("5.7.1", "code"),
        ("HALYARDMAIL.EXE", "whole"),
        ("7.2.16.1", "noise"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mailboxes", Word("Mailboxes", ("mailbox",), "word")),
        (
            "MailboxDatabase",
            Word("MailboxDatabase", ("mailboxdatabas", "mailbox", "databas"), "word"),
        ),
        ("16.0.1234.5", Word("16.0.1234.5", ("16.0.1234.5",), "whole")),
        ("10.0.0.5", Word("10.0.0.5", ("10.0.0.5",), "noise")),
        ("2019", Word("2019", ("2019",), "word")),
        ("HID50011", Word("HID50011", ("hid50011",), "code")),
        ("ORA-12154", Word("ORA-12154", ("ora-12154",), "code")),
        ("KB5001234", Word("KB5001234", ("kb5001234",), "code")),
        ("5.7.1", Word("5.7.1", ("5.7.1",), "code")),
        ("0x5", Word("0x5", ("0x5",), "word")),
        (
            "Set-Mailbox",
            Word(
                "Set-Mailbox",
                ("set-mailbox",),
                "whole",
                (Word("Set", ("set",), "word"), Word("Mailbox", ("mailbox",), "word")),
            ),
        ),
        (
            "the.cache",
            Word("the.cache", ("the.cache",), "whole", (Word("cache", ("cach",), "word"),)),
        ),
    ],
)
def test_only_the_parts_of_an_identifier_are_searched_in_its_place(text: str, word: Word) -> None:
    assert read(text).words == (word,)


@pytest.mark.parametrize(
    "code", ["0x80070005", "0X80070005", "-2147024891", "2147942405", "80070005"]
)
def test_the_spellings_of_an_hresult_are_one_code(code: str) -> None:
    for text in (code, f"failed with {code}.", f"({code})", f"hr={code};"):
        (word,) = [word for word in read(text).words if word.kind == "code"]
        assert (word.text, word.terms) == (code, ("0x80070005",))
    assert len(read(f"{code} 0x80070005").words) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("0x1a3", True),
        ("0x1a", False),
        ("hid50011", True),
        ("aadsts50011", True),
        ("h50011", False),
        ("kb-000108", True),
        ("ab12", False),
        ("5.7.1", True),
        ("5.7", False),
        ("16.0.1234.5", False),
        ("80070005", True),
        ("c0000022", True),
        ("cafebabe", False),
        ("deadbeef", False),
        ("12345678", False),
        ("-2147024891", True),
        ("2147942405", True),
        ("2147483647", False),
        ("4294967296", False),
        ("٨٠٠٧٠٠٠٥", False),
        ("5.7.1\n", False),
    ],
)
def test_what_is_a_code(word: str, expected: bool) -> None:
    assert is_code(word) == expected


def test_a_word_counts_once_in_its_first_spelling_and_the_sequence_keeps_all() -> None:
    reading = read("Mailboxes of the mailbox MAILBOX quota")
    assert texts(reading) == ["Mailboxes", "quota"]
    assert reading.sequence == ("mailbox", "mailbox", "mailbox", "quota")


def test_the_sequence_has_the_parts_of_identifiers() -> None:
    assert read("single sign-on fails").sequence == ("singl", "sign", "fail")
    assert read("a plug-in of 10.0.0.5").sequence == ("plug", "10.0.0.5")


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        *(("cach", True), ("token cach", True), ("HID5 x", True)),
        *(("cache ", False), ("cache.", False), ("HID50011", False), ("é", False), ("", False)),
        ("x" * (MOST_CHARACTERS + 1), True),
    ],
    ids=lambda value: repr(value)[:12],
)
def test_a_text_that_ends_with_a_letter_may_go_on(text: str, is_open: bool) -> None:
    assert read(text).last_is_open == is_open


def test_as_many_words_as_are_looked_up_are_all_read() -> None:
    reading = read(" ".join(f"word{n}x" for n in range(MOST_LOOKED_UP // 2)))
    assert reading.left_out == 0
    assert looked_up(reading) == MOST_LOOKED_UP


def test_of_more_words_the_codes_count_first_then_those_of_error_lines_then_the_first() -> None:
    plain = [f"{letter}{other}plain" for letter in "bcdfg" for other in "klmnpqrs"]
    text = (
        f"{' '.join(plain)}\n2026-03-02 10:22:31 INFO started\n"
        "ERROR cannot open the vault\nbye HID50011 KB-000108\n"
    )
    reading = read(text)
    assert texts(reading) == [
        *plain[:24],
        *("ERROR", "cannot", "open", "vault", "HID50011", "KB-000108"),
    ]
    assert reading.left_out == 40 - 24 + len(["2026-03-02", "10:22:31", "INFO", "started", "bye"])


_FULL = " ".join(f"{letter}{other}plain" for letter in "bcdfg" for other in "klmnpqrs")
"""More words than are looked up."""


@pytest.mark.parametrize(
    "line",
    [
        *("error vault", "an ERROR: vault", "Failed vault", "its failure vault", "fails vault"),
        *("Exception vault", "[FATAL] vault", "level=critical vault", "access denied vault"),
        *("timed out vault", "could not vault", "can't vault", "unable vault", "0xC0000022 vault"),
    ],
)
def test_the_words_of_an_error_line_come_before_the_first_of_the_text(line: str) -> None:
    assert "vault" in texts(read(f"{_FULL}\n{line}"))


@pytest.mark.parametrize("line", ["errors vault", "terror vault", "failsafe vault", "ok vault"])
def test_the_words_of_other_lines_do_not(line: str) -> None:
    assert "vault" not in texts(read(f"{_FULL}\n{line}"))
    assert "vault" not in texts(read(f"{_FULL}\nerror\n{line}"))


def test_an_identifier_of_more_parts_than_are_looked_up_takes_no_others_place() -> None:
    long = "/".join("bcdefghjklmnopqrstuvwxyzbcdefghjklmnopqrst")
    assert "token" in texts(read(f"{long} token cache"))
    assert texts(read(long)), "a part of it is better than nothing"


def test_an_identifier_too_long_to_count_is_searched_by_all_its_parts() -> None:
    link = "https://login.halyard.test.net/organisations/reply/addresses/of/applications/mail/desktop/x7"
    words = read(link).words
    assert len(link) > 80
    assert all(word.terms[0] != "https" or not word.parts for word in words), (
        "`https` is known, and would stand for all"
    )


def test_a_long_text_is_read_by_its_error_lines_and_its_start() -> None:
    filler = "filler line of the log\n" * (MOST_CHARACTERS // 20)
    reading = read(f"beginning\n{filler}fatal: vault lost\n{filler}end HID50011\n")
    assert texts(reading) == [
        *("fatal", "vault", "lost", "beginning", "filler", "line", "log"),
    ]


def test_a_text_of_10_mb_is_read_in_a_moment() -> None:
    line = (
        "2026-03-02 10:22:31 [INFO] svc=mail host=web01.halyard.example user=HALYARD\\mira ok {n}\n"
    )
    text = "".join(line.replace("{n}", f"w{n}") for n in range(10_000_000 // len(line)))
    error = "2026-03-02 10:22:31 [ERROR] HID50173 vault lost\n"
    start = time.process_time()
    reading = read(text[: LONGEST_LOG - 1000] + "\n" + error + text[LONGEST_LOG:])
    assert time.process_time() - start < 5
    assert ("HID50173", "code") in [(word.text, word.kind) for word in reading.words]
    assert looked_up(reading) <= MOST_LOOKED_UP


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "a." * 50_000,
        "A-1" * 30_000,
        "error " * 300_000,
        "\n" * 1_000_000,
        "a@" * 50_000,
        "1:" * 50_000,
        "\\Users\\" * 15_000,
        "é̲́" * 30_000,
        "\udc80" * 200_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_any_long_text_is_read_in_a_moment(text: str) -> None:
    start = time.process_time()
    assert looked_up(read(text)) <= MOST_LOOKED_UP
    assert time.process_time() - start < 3


_LIKELY = st.sampled_from(["a", "B", "5", ".", "-", "\\", " ", "\n", "0x8", "error", "é", "@", "_"])


@given(st.lists(_LIKELY | st.characters(), max_size=300).map("".join))
@settings(deadline=None)
def test_whatever_the_text_its_words_are_within_the_limits_and_stand_in_it(text: str) -> None:
    reading = read(text)
    assert looked_up(reading) <= MOST_LOOKED_UP
    assert reading.left_out >= 0
    assert len({word.terms for word in reading.words}) == len(reading.words)
    for word in reading.words:
        assert word.terms
        assert all(word.terms)
        assert (word.kind == "whole") >= bool(word.parts)
    assert {word.terms[0] for word in reading.words if not word.parts} <= set(reading.sequence)
