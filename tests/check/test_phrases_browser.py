"""The page that checks a record while it is written finds the phrases that `kb check` finds."""

from __future__ import annotations

import json
import subprocess

import pytest

from kb_builder.check.conditions.browser_pattern import browser_pattern
from kb_builder.check.phrases import PATTERNS, PHRASES
from tests.check import test_phrases_notes as others
from tests.check import test_phrases_resolved as notes
from tests.index.node import SCRIPTS, needs_node

pytestmark = needs_node

_TEXTS = [
    *(*notes.NO_STEPS, *notes.STEPS, *notes.ONLY_UNKNOWN, *notes.A_CAUSE),
    *(*others.VAGUE_TITLES, *others.GOOD_TITLES, *others.UNOBSERVED, *others.OBSERVED),
    *(text for text, _ in (*others.WORKAROUNDS, *others.FOR_TEXT, *others.ELSEWHERE)),
    *(*others.NO_WORKAROUNDS, *others.PICTURES, *others.TEXTS_WITH_PICTURES),
    *others.NOT_ELSEWHERE,
    *("TODO", "The cause is TBD.", "See\n> attachment", "Use `see email`, see email.", ""),
]
_SCRIPT = """
import {{ Phrases }} from {phrases};
import {{ readFileSync }} from "node:fs";
const {{ patterns, names, texts }} = JSON.parse(readFileSync(0, "utf8"));
const phrases = new Phrases(patterns);
console.log(JSON.stringify(texts.map((text) => names.map((name) => phrases.find(name, text)))));
"""


def test_the_page_finds_the_same_phrases_in_every_text() -> None:
    script = _SCRIPT.format(phrases=json.dumps((SCRIPTS / "phrases.js").as_uri()))
    patterns = {name: browser_pattern(pattern) for name, pattern in PATTERNS.items()}
    asked = {"patterns": patterns, "names": list(PHRASES), "texts": _TEXTS}
    node = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    in_browser = dict(zip(_TEXTS, json.loads(node.stdout), strict=True))
    here = {
        text: [[text[start:end] for start, end in find(text)] for find in PHRASES.values()]
        for text in _TEXTS
    }
    assert in_browser == here


_LARGE = {
    "code in every line": "a `b` c\n" * 20_000,
    "items of code": "- `a` and ``b``\n" * 10_000,
    "backticks alone": "` `` ``` " * 15_000,
    "comments": "<!-- a --> `b`\n\n" * 10_000,
}


@pytest.mark.parametrize("text", _LARGE.values(), ids=_LARGE)
def test_a_large_text_takes_no_time_that_a_writer_would_notice(text: str) -> None:
    script = f"""
import {{ prose }} from {json.dumps((SCRIPTS / "prose.js").as_uri())};
import {{ readFileSync }} from "node:fs";
prose(readFileSync(0, "utf8"));
"""
    node = ["node", "--input-type=module", "-e", script]
    subprocess.run(node, input=text, encoding="utf-8", check=True, timeout=3)
