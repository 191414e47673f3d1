"""Files that no writer would write: real records with bytes flipped, and made to be hard to read."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(seed: int, originals: list[bytes]) -> bytes:
    """The mutated record of a number: the same number gives the same one."""
    chance = random.Random(seed)
    data = chance.choice(originals)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(chance, data)
    return data[:1_100_000]


def _flipped(chance: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(chance.choice((1, 3, 30)) if flipped else 0):
        flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


def _truncated(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _shuffled(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _repeated(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 10, 200, 2000))]
    return data[:start] + piece * chance.choice((2, 20, 300)) + data[start:]


def _encoded(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    match chance.randrange(6):
        case 0:
            return data.replace(b"\n", b"\r\n")
        case 1:
            return data.replace(b"\n", b"\r")
        case 2:
            return b"\xef\xbb\xbf" + data
        case 3:
            return text.encode("utf-16")
        case 4:
            return text.encode("cp1252", "replace")
        case _:
            return data.replace(b" ", chance.choice((b"\0", b"\x85", "\u2028".encode(), b"\x1b")))


def _in_front_matter(chance: random.Random, data: bytes) -> bytes:
    """YAML that grows, nests or refers to itself, as a field of its own or instead of a value."""
    many = chance.choices((10, 1000, 50_000), (4, 4, 1))[0]
    bomb = "a0: &a0 [x, x, x]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)
    )
    yaml = chance.choice(
        (
            bomb,
            "loop: &loop\n  again: *loop\n",
            "a: " + "[" * many + "\n",
            "a: " + "{a: " * many + "\n",
            "a: " + "[" * many + "]" * many + "\n",
            "".join(f"{' ' * n}a:\n" for n in range(min(many, 1000))),
            "- " * many + "x\n",
            "title: " + "x" * many * 10 + "\n",
            "title: '" + "''" * many + "'\n",
            'title: "' + "\\u0041\\n" * many + '"\n',
            "labor_minutes: " + "9" * many + "\n",
            "labor_minutes: 1" + "_0" * many + ".5e" + "9" * 30 + "\n",
            "closed: " + "2026-01-01T" * many + "\n",
            "closed: 9999999-99-99\n",
            "".join(f"key{n}: {n}\n" for n in range(min(many, 5000))),
            "related:\n" + "  - CASE-000417\n" * min(many, 5000),
            "tags: [" + "a, " * many + "]\n",
            "signatures:\n  - '" + "(a+)+" * min(many, 500) + "'\n",
            "? " * many + "x\n",
            "!!python/object/apply:os.system ['true']\n",
            "%TAG ! tag:x,2000:\n",
            "# kb: ignore[" + "x," * many + "] reason\n",
            "title: null\nid: [1]\nkind: {a: b}\nenvironment: 7\nconfirmation: 3\nwithdrawn: []\n",
        )
    )
    return _inserted(chance, data, yaml)


HARD = (
    "`", "``` ", "~~~\n", "[", "]", "![", "](", "[](", "[a](b", "<", "<!--", "<a href=", "&#", "*", "_",
    "**a", "(", "\\", "|", "> ", "- ", "# ", "\t", " ", " \n", "a@", "a@a.", "a.a@a.a.", "1", "1.", "1-",
    "192.168.", "+49 ", "(0) ", "eyJ", "eyJhbGciOiJIUzI1NiJ9.", "AKIA", "password=", "AccountKey=",
    "-----BEGIN PRIVATE KEY-----\n", "4111 1111 ", "deadbeef-", "0x8", "::", "ff:", "https://a/", "\\\\a\\",
    "C:\\a\\", "see ", "as per ", "please see the attached mail ", "TODO ", "TBD", "\n1. ", "aA", "Error ",
    "0123456789abcdef", "a-", "a.", "a_", "a'", "“", "’", "—", "é", "\u200b", "漢", "😀", "\u0301", "=", "%",
)  # fmt: skip
"""What some expression might read again and again."""


def _in_a_text(chance: random.Random, data: bytes) -> bytes:
    """Long stretches of what is hard to read, on one line or many."""
    piece = "".join(chance.choice(HARD) for _ in range(chance.choice((1, 1, 2, 3))))
    size = chance.choices((300, 5_000, 40_000, 900_000), (40, 40, 18, 2))[0]
    text = piece * (size // len(piece.encode()) + 1)
    if chance.random() < 0.3:
        text = "\n  ".join(text[at : at + 80] for at in range(0, len(text), 80))
    if chance.random() < 0.5:
        return data + b"\n" + text.encode()
    where = chance.choice(("symptom: |\n  ", "cause: |\n  ", "resolution: |\n  ", "title: "))
    return _inserted(chance, data, f"{where}{text}\n")


def _inserted(chance: random.Random, data: bytes, yaml: str) -> bytes:
    """The lines in the front matter: as its first, its last or somewhere."""
    lines = data.split(b"\n")
    ends = [at for at, line in enumerate(lines) if line == b"---"][1:2] or [len(lines)]
    field = yaml.split(":")[0].encode() + b":"
    at = chance.choice((1, ends[0], chance.randrange(1, ends[0] + 1)))
    if chance.random() < 0.5:
        kept = [n for n, line in enumerate(lines) if line.startswith(field)]
        if kept and field.strip():
            at = kept[0]
            del lines[at]
            while at < len(lines) and lines[at].startswith((b" ", b"- ")):
                del lines[at]
    return b"\n".join([*lines[:at], yaml.rstrip("\n").encode(), *lines[at:]])


MUTATIONS: tuple[Mutation, ...] = (
    _flipped,
    _truncated,
    _shuffled,
    _repeated,
    _encoded,
    _in_front_matter,
    _in_front_matter,
    _in_a_text,
    _in_a_text,
)
