"""Records of made-up words, so many that the published index is in several files of each sort."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kb_builder.index import Entry
from tests.index.conftest import make_entry

SYNONYMS = (
    ("server", "host machine"),
    ("NDR", "non-delivery report", "bounce message"),
    ("2FA", "second factor", "token two"),
    ("nothing at all", "neither this"),
)

_SYLLABLES = [f"{start}{vowel}" for start in "bdfgklmnprstvz" for vowel in "aeiou"]
_PRODUCTS = ["", "Alpha Mail", "Beta Drive", "Gamma", "Straße", "delta"]
_STATUSES = ["", "Resolved", "Workaround", "No fix"]
_CAUSES = ["", "Net", "Net > Proxy", "Net > Proxy > Auth", "Disk>Full", " Disk > Slow "]
_CODES = [
    *("0x80070005", "-2147024891", "2147942405", "80070006", "HID50011", "HID50012", "AADSTS50011"),
    *("5.7.1", "5.2.2", "ORA-12154", "KB5001234", "0xC0000022"),
]
_OTHERS = [
    *("HALYARDMAIL.EXE", r"HKLM\SOFTWARE\Halyard\Mail", "Set-Mailbox", "MailboxDatabase"),
    *(
        "EX16-MBX02",
        "10.0.0.5",
        "16.0.1234.5",
        "2026-03-02",
        "café",
        "Привет",
        "日本語",
        "𝒶𝒷",
        "x🦊y",
    ),
    *("non-delivery report", "bounce message", "second factor", "host machine", "don't", "C++"),
]


def words() -> list[str]:
    chance = random.Random(1)
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(3000)]


def made_up(count: int = 400) -> Iterator[Entry]:
    chance = random.Random(2)
    known = words()
    weights = [1 / (rank + 3) for rank in range(len(known))]

    def text(most: int) -> str:
        found = chance.choices(known, weights, k=chance.randint(1, most))
        if chance.random() < 0.3:
            found.append(chance.choice(_CODES))
        if chance.random() < 0.3:
            found.append(chance.choice(_OTHERS))
        found += ["server"] * chance.randint(0, 3)
        chance.shuffle(found)
        return " ".join(found)

    for number in range(count):
        is_withdrawn = chance.random() < 0.1
        yield make_entry(
            f"{chance.randint(0, 9)}/{number:03}",
            chance.choice(["case", "case", "article", "page"]),
            chance.choice(_PRODUCTS),
            (f"{known[number]} [0-9]+", "no such text") if number % 10 == 0 else (),
            id=f"KB-{number:03}",
            status=chance.choice(_STATUSES),
            root_cause=chance.choice(_CAUSES),
            closed=chance.choice(["", "2025-12-31", f"2026-0{chance.randint(1, 9)}-15"]),
            withdrawn=is_withdrawn,
            superseded_by=f"KB-{chance.randint(0, count + 20):03}" if is_withdrawn else "",
            title=text(6),
            symptom=text(30),
            resolution=text(40) if chance.random() < 0.7 else "",
            body=text(300),
        )


def queries() -> list[str]:
    """Of its words as they are, misspelt and begun, its codes and its filters."""
    chance = random.Random(3)
    known = words()
    typo = known[5][:2] + known[5][3:]
    return [
        *known[:6],
        *(" ".join(chance.choices(known, k=n)) for n in (2, 3, 5, 12, 17, 40)),
        *(f"{word[:-2]}" for word in known[10:16]),
        *(f"{word[:3]}" for word in known[20:24]),
        *(f"{word[:2]}x{word[3:]}." for word in known[30:36] if len(word) > 5),
        *(f"{word[1]}{word[0]}{word[2:]} {word[:-1]} ." for word in known[40:44]),
        f"{typo} {known[7]}",
        *_CODES,
        *_OTHERS,
        *(f"{known[2]} {code}" for code in ("0x80070005", "0x80079999", "HID50013", "5.7.9")),
        "server",
        "server server host machine",
        "NDR",
        "ndr bounce message",
        "the 2FA of server.",
        "server ver",
        *(f"{known[n]} 42" for n in range(0, 100, 10)),
        " ".join(known[:3]),
        " ".join(known[4:9]),
        f"{known[1]} product:gamma",
        f'{known[1]} product:"alpha mail" status:Resolved',
        "server product:STRASSE kind:article closed:>2026-03",
        'server cause:"net>proxy"',
        "server cause:Disk year:2026",
        'server closed:2026-02..2026-05 status:"No fix"',
        f"{known[3]} status:5.7.1 product:unknown",
        "product:gamma",
        "constructor __proto__ toString hasOwnProperty",
        "192.168.1.1 of SQLSP01",
        "10.0.0.6 EX16-MBX02 EX16-MBX03 2026-03-02 10:22:31 x@y.example server",
    ]
