from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.noise import split_noise


def noise_in(text: str) -> list[str]:
    return [piece for piece, is_noise in split_noise(text) if is_noise]


@pytest.mark.parametrize(
    "noise",
    [
        "8f4e2c1a-0b3d-4e5f-9a6b-7c8d9e0f1a2b",
        "8F4E2C1A-0B3D-4E5F-9A6B-7C8D9E0F1A2B",
        "S-1-5-21-3623811015-3361044348-30300820-1013",
        "S-1-5-18",
        "mira.keller+test@halyard.example",
        "svc_backup@halyard",
        "2026-03-02",
        "2026/3/2",
        "2026-03-02T10:22:31.123Z",
        "02.03.2026",
        "3/2/2026",
        "10:22",
        "10:22:31",
        "10:22:31.123",
        "10:22:31,123456",
        "10.0.0.5",
        "192.168.178.255",
        "2001:db8:0:0:8a2e:370:7334:1",
        "2001:db8::8a2e",
        "fe80::a1b2:c3d4:1",
        "00:1A:2B:3C:4D:5E",
        "ex16.mail.halyard.com",
        "web.halyard.example",
        "dc01.corp",
        "EX16-MBX02",
        "SQLSP01",
        "WIN-PC-0042",
        r"HALYARD\mira",
        r"HALYARD\svc_backup.2",
    ],
)
def test_what_differs_from_case_to_case_is_masked_whole(noise: str) -> None:
    for text in (
        noise,
        f"of {noise}.",
        f"({noise})",
        f"x='{noise}',",
        f"\n{noise}\n",
        f"[{noise}]",
    ):
        assert noise_in(text) == [noise], text


@pytest.mark.parametrize(
    ("text", "noise"),
    [
        (r"C:\Users\mira.keller\AppData\Local", ["mira.keller"]),
        ("/home/mira/.config", ["mira"]),
        ("from 10.0.0.5:443 to 10.0.0.6:25", ["10.0.0.5", "10.0.0.6"]),
        ("2026-03-02 10:22:31 [ERROR] host=web01", ["2026-03-02", "10:22:31"]),
        (
            "<mira@halyard.example>;<jo@halyard.example>",
            ["mira@halyard.example", "jo@halyard.example"],
        ),
    ],
)
def test_noise_in_a_longer_text_is_masked_and_nothing_else(text: str, noise: list[str]) -> None:
    assert noise_in(text) == noise


@pytest.mark.parametrize(
    "text",
    [
        "System.Web.HttpException",
        "Halyard.Mail.Storage.StoreException: the store is offline",
        "KB5001234",
        "5.7.1",
        "550 5.7.1 Unable to relay",
        "451 4.7.0 Temporary server error",
        "OUTLOOK.EXE",
        "halyardmail.exe",
        "16.0.1234.5",
        "version 16.0.1234.56789",
        "7.2",
        "HID50011",
        "AADSTS50011",
        "0x80070005",
        "-2147024891",
        r"HKLM\SOFTWARE\Halyard\Mail",
        r"C:\Program Files\Halyard",
        r"C:\Users",
        "Set-Mailbox -Identity",
        "sign-in",
        "error: 5",
        "1:1",
        "TLS",
        "HTTP/1.1 404",
        "config.json",
        "Microsoft.Exchange.Data",
        "",
        "... --- :::",
    ],
)
def test_codes_programs_classes_and_versions_are_not_masked(text: str) -> None:
    assert list(split_noise(text)) == [(text, False)]


def test_the_registry_is_not_taken_for_a_user_whatever_its_keys_hold() -> None:
    assert noise_in(r"HKLM\SOFTWARE_X\Halyard HKLM\Halyard-Mail\Storage HKLM\Ha.7\Mail") == []


_SIGNS = st.text(st.sampled_from("aAbF01259.:-/\\@_ST+{}() \nexample.com.local") | st.characters())


@settings(deadline=None)
@given(_SIGNS)
def test_the_pieces_are_the_text_and_take_turns(text: str) -> None:
    pieces = list(split_noise(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [is_noise for _, is_noise in pieces] == [n % 2 == 1 for n in range(len(pieces))]
    assert all(piece for piece, is_noise in pieces if is_noise)


@pytest.mark.parametrize(
    "sign", ["a.", "a-", "1:", "1.", "A-1", "a@", "\\", "A\\", "S-1-", "-", "0-", "a.b@", "/Users"]
)
def test_masking_takes_time_in_proportion_to_the_text(sign: str) -> None:
    start = time.process_time()
    list(split_noise(sign * 100_000))
    assert time.process_time() - start < 3
