"""Texts that a search could choke on, by what is in them."""

from __future__ import annotations

LONG = {
    "empty": "",
    "blank": " \n\t ",
    "signs": "...!? --- '''",
    "controls": "\x00\x1b[2J\x7f\u2028",
    "surrogate": "\udc80 a\ud800b",
    "marks": "é̲́" * 5000,
    "one word": "x" * 100_000,
    "one letter": "token " * 20_000,
    "words": " ".join(f"w{n}" for n in range(30_000)),
    "parts": "a." * 50_000,
    "codes": " ".join(f"0x8007{n:04x}" for n in range(10_000)),
    "filters": "product:Mail closed:>2026 " * 4000,
    "quotes": 'product:"' * 10_000,
    "log": "2026-03-02 10:22:31 ERROR host=web01 user=HALYARD\\mira printer 10.0.0.5\n" * 130_000,
}
