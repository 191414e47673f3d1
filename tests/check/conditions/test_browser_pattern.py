"""A pattern of Python's finds the same in a browser."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

from kb_builder.check.conditions.browser_pattern import UntranslatableError, browser_pattern
from tests.index.node import needs_node

TEXTS = (
    "",
    "\n",
    "a",
    "A\n",
    "ab\nAB\nxyz",
    "Straße ÄÖÜ é",
    "x1 y２ z٣",
    "a\u00a0b\u2028c\x85d\x1ce",
    "_foo-bar_ foo",
    "foo.\nfoo\r\nfoo",
    "(a|b) [c] {d}",
    "漢字 🎉 x",
    "aaa aab abb",
    "K\u212a k ſ s",
)
PATTERNS = (
    (r"\bfoo\b", 0),
    (r"\Bo", 0),
    (r"^\w+$", re.MULTILINE),
    (r"^\w+$", 0),
    (r"\A\W+\Z", 0),
    (r"[\W_]+", 0),
    (r"[^\W\d_]+", 0),
    (r"[^\S\n]", 0),
    (r"\d+|\D", 0),
    (r"\s\S", 0),
    (r".", 0),
    (r".", re.DOTALL),
    (r"[a-c]+?b", re.IGNORECASE),
    (r"(?i:a)B|(?P<last>z)", 0),
    (r"(?-i:[A-Z])\w", re.IGNORECASE),
    (r"(?<=a)b(?!b)|(?<!\w)x(?=\d)", 0),
    (r"ä|[à-ü]", re.IGNORECASE),
    (r"[](){}|\\^$.?*+/-]", 0),
    (r"(?:a{2,}|b{1,2}?) ", 0),
    (r"""x  [ ] y # a comment""", re.VERBOSE),
    (r"[^a\n]+", re.IGNORECASE),
    (r"[^\n]a|🎉", 0),
)


@needs_node
def test_every_sign_finds_in_a_browser_what_it_finds_here() -> None:
    asked = [[browser_pattern(re.compile(*pattern)), TEXTS] for pattern in PATTERNS]
    script = (
        'const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));'
        "console.log(JSON.stringify(asked.map(([pattern, texts]) => texts.map((text) =>"
        ' [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => match[0])))));'
    )
    node = subprocess.run(
        ["node", "-e", script],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for (pattern, flags), in_browser in zip(PATTERNS, json.loads(node.stdout), strict=True):
        here = [[m[0] for m in re.finditer(pattern, text, flags)] for text in TEXTS]
        assert in_browser == here, pattern


@pytest.mark.parametrize("pattern", [r"(a)\1", r"(?>a+)b", r"(a)?(?(1)b|c)", r"a++b"])
def test_what_browsers_have_no_like_for_is_refused(pattern: str) -> None:
    with pytest.raises(UntranslatableError):
        browser_pattern(re.compile(pattern))
