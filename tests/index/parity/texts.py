"""Texts that are hard to read the same, and ways to make more."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from kb_builder.index.analyzer import STOP_WORDS

HARD = [
    r"0x80070005 AADSTS50011 5.7.1 ORA-12154 KB5001234 HKLM\SOFTWARE\Halyard\Mail Set-Mailbox",
    "OUTLOOK.EXE MailboxDatabase SMTPRelay XMLHttpRequest iOS17 snake_case __init__ C++ F#",
    "don't the user’s o’clock's rock'n'roll '' ’’ a'b'c",
    "STRASSE straße ẞ ΟΔΟΣ ὀδός Σ İstanbul ıI ǅ ﬁ ŉ ſ",
    "cafe\u0301 café 한국어 日本語 العربية हिन्दी ไทย Привет",
    "²³ ½ Ⅳ ① ٣٤٥ 𝟙𝟚𝟛 𝟙𝟚𝟛a 𝒶s 九 〇",
    "running flies skies dying generously communism evenings inning proceed news",
    "x" * 100 + " " + "x" * 79 + "ß1 " + "ab-" * 40 + " " + "𝒶" * 90,
    "\ud800 a\udc00b \U0001f600 \x00 \x1b[2J \u2028 \ufeff",
    "a--b __ // \\\\ a..b a:@#$+b _a_ -1 +1 1e5 3.14 1,000",
    " ".join(sorted(STOP_WORDS)).title(),
    "-2147024891 2147942405 80070005 x-2147024891 --2147024891 -21470248911 4294967296 C0000022",
    "2147483648 2147483647 -2147483648 -2147483649 -100000000 -099999999 099999999 000000000",
]

HARD_TO_READ = [
    *HARD,
    "2026-03-02T10:22:31.123Z [ERROR] svc=mail host=web01.halyard.example code=HID50173",
    r"HALYARD\mira C:\Users\mira\AppData /home/mira HKLM\SOFTWARE_X\Y 8f4e2c1a-0b3d-4e5f-9a6b-7c8d9e0f1a2b",
    "S-1-5-21-1-2-3 mira@halyard.example 10.0.0.5:443 fe80::a1b2:c3d4:1 EX16-MBX02 SQLSP01 UTF-16",
    "16.0.1234.5 15.1.2507 1.2.3.4.5 ORA-12154 SHA-256 00:1A:2B:3C:4D:5E 3/2/2026 5.7.1",
    "ſailed ERROR eſſor KELVIN fa\u0131led",
    "٣.٤.٥ 1.٢.3 ١٢:٣٤ ٢٠٢٦-٠٣-٠٢",
    " ".join(f"word{n}" for n in range(60)) + "\nerror in module\nand a cannot\n0x8007000e",
    " ".join(f"𝒶{n}" for n in range(20_000)) + "\nfatal: lost HID50011 x",
    "line of no error\n" * 9000 + "timed out: end",
    "/".join("bcdefghjklmnopqrstuvwxyzbcdefghjklmnopqrst") + " token",
    "x" * 150_000,
    "é̲́" * 60_000,
    "\udc80" * 120_000,
    "cach",
    "cache ",
    "",
]


KNOWN = st.characters().filter(lambda sign: unicodedata.category(sign) != "Cn")
"""Characters that this Python's Unicode knows; node's may be newer, and no older."""
_LIKELY = st.sampled_from("aAbBsSeE19 .'’_-\\/:@#$+ßςΣİé")


def paired(text: str) -> str:
    """The text as it comes through JSON, where two surrogates make one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


ANY = st.text(_LIKELY | KNOWN)
PIECES = st.sampled_from(
    [
        *("0x8007000", "5.7.", "10.0.0.", "2026-03-0", "10:2", "HID5001", "error", "cannot", "\n"),
        *("EX16-MBX0", "DOM\\u", "\\Users\\", "@x.local", "S-1-5-", "fe80::", "-214702489", " "),
        *("MailBox", "don't", "the", "80070005", "C0000022", ".", "-", "1", "é", "٣", "\ufeff"),
        *("\x1f", "\xa0"),
    ]
)
LOGS = st.lists(PIECES | ANY, max_size=60).map("".join)
