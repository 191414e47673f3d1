"""Python and the browser match the same texts."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kb_builder.model.signature import (
    compiled,
    signature_problem,
)

_PIECES = st.sampled_from(
    ["code", "error ", "1", "é", "ß", "k", "s", "😀", " ", "-", "\n", ".", r"\d", r"\w", r"\s", r"\S",
     r"\W", r"\D", r"\b", "^", "$", "[ab]", "[^a]", "[a-f0-9]", r"[\s\S]", r"[^\w]", "[é😀]", "[^😀]",
     r"\.", r"\\", r"\-", "(a|ab)", "(?:x|)", "(1|😀s)", "]", "}", "#", "~", "&&", "/"]
)  # fmt: skip
_REPEATS = st.sampled_from(["", "", "", "", "?", "*", "+", "*?", "{2}", "{0,9}", "{1,3}?"])
_PATTERNS = st.builds(
    lambda start, parts: start + "".join(piece + repeat for piece, repeat in parts),
    st.sampled_from(["code", "^code", r"\bcode", "(code|error)"]),
    st.lists(st.tuples(_PIECES, _REPEATS), max_size=6),
)
_TEXTS = st.lists(
    st.sampled_from(
        ["code", "CODE", "Error ", "1", "é", "É", "ß", "ẞ", "k", "\u212a", "s", "ſ", "İ", "ı", "😀",
         " ", "\u00a0", "\u2003", "-", "_", "\n", "\r", "\r\n", "\u2028", "\x85", "\v", "\0", "a",
         "ab", "x", "٣", ".", "\\"]
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.text() | st.text("ab1(|)[]{}?*+,^$.\\-dwsb:=!<>PiÀ\n") | _PATTERNS)
@settings(max_examples=2000, deadline=None)
def test_any_text_is_refused_or_can_be_run(pattern: str) -> None:
    if signature_problem(pattern) is None:
        assert not compiled(pattern).search("")


class Browser:
    """A node process that says, as a browser would, which texts a pattern matches."""

    _SCRIPT = """
    for await (const line of require("node:readline").createInterface({ input: process.stdin })) {
      const [pattern, texts] = JSON.parse(line);
      const expression = new RegExp(pattern, "u");
      console.log(JSON.stringify(texts.map((text) => expression.test(text))));
    }
    """

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            ["node", "-e", f"(async () => {{{self._SCRIPT}}})()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def matches(self, pattern: str, texts: list[str]) -> list[bool]:
        assert self.process.stdin and self.process.stdout
        print(json.dumps([pattern, texts]), file=self.process.stdin, flush=True)
        answer: list[bool] = json.loads(self.process.stdout.readline())
        return answer


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if shutil.which("node") is None:
        pytest.skip("node is not installed: the browser's expressions cannot be run")
    browser = Browser()
    yield browser
    browser.process.communicate()


@given(_PATTERNS, st.lists(_TEXTS, min_size=1, max_size=8), st.data())
@settings(max_examples=500, deadline=None)
def test_both_engines_match_the_same_texts(
    browser: Browser, pattern: str, texts: list[str], data: st.DataObject
) -> None:
    assume(signature_problem(pattern) is None)
    expression = compiled(pattern)
    texts = [*texts, *(f"code{text}" for text in texts), *(f"a\ncode{text}\r" for text in texts)]
    if not re.search(r"\\b|[$^]", pattern):
        # A text that matches, which hardly any text does by chance.
        texts.append(data.draw(st.from_regex(expression)))
    assert browser.matches(expression.pattern, texts) == [
        bool(expression.search(text)) for text in texts
    ]


def test_every_character_is_of_the_same_classes_in_both(browser: Browser) -> None:
    codes = [*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, 0x110000, 97)]
    texts = [f"code{chr(code)}" for code in codes]
    for inside in (".", r"\d", r"\W", r"\s", "k", "s", "ß", "i", "[^é]", r"\b.", "$", r"[^\d]"):
        expression = compiled(f"code{inside}")
        found = [bool(expression.search(text)) for text in texts]
        assert browser.matches(expression.pattern, texts) == found
