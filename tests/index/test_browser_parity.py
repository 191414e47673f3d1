"""The browser's analyzer and search, run under node, mean the same as Python's."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import threading
import unicodedata
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb_builder.index import Query, entries
from kb_builder.index.analyzer import STOP_WORDS, tokens
from kb_builder.index.browser_index import browser_index
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "site_templates" / "assets" / "kb"

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None, reason="node is not installed: the browser's code cannot be run"
)


class Node:
    """A node process that answers a line of JSON with a line of JSON."""

    def __init__(self, script: Path, answer: str, *arguments: str) -> None:
        script.write_text(
            f"""
            import * as analyzer from {json.dumps((SCRIPTS / "analyzer.js").as_uri())};
            import {{ Index }} from {json.dumps((SCRIPTS / "search.js").as_uri())};
            import readline from "node:readline";
            const index = new Index(new URL(process.argv[2] ?? "file:///"));
            for await (const line of readline.createInterface({{ input: process.stdin }})) {{
              const asked = JSON.parse(line);
              console.log(JSON.stringify({answer}));
            }}
            """
        )
        self.process = subprocess.Popen(
            ["node", str(script), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, value: object) -> Any:
        assert self.process.stdin and self.process.stdout
        print(json.dumps(value), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def __enter__(self) -> Node:
        return self

    def __exit__(self, *error: object) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def analyzer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    script = tmp_path_factory.mktemp("node") / "analyzer.mjs"
    with Node(script, "analyzer.tokens(asked).map(({ term, word }) => [term, word])") as node:
        yield node


def assert_same(analyzer: Node, text: str) -> None:
    assert analyzer.ask(text) == [list(token) for token in tokens(text)]


HARD = [
    r"0x80070005 AADSTS50011 5.7.1 ORA-12154 KB5001234 HKLM\SOFTWARE\Halyard\Mail Set-Mailbox",
    "OUTLOOK.EXE MailboxDatabase SMTPRelay XMLHttpRequest iOS17 snake_case __init__ C++ F#",
    "don't the user’s o’clock's rock'n'roll '' ’’ a'b'c",
    "STRASSE straße ẞ ΟΔΟΣ ὀδός Σ İstanbul ıI ǅ ﬁ ŉ ſ",
    "cafe\u0301 café 한국어 日本語 العربية हिन्दी ไทย Привет",
    "²³ ½ Ⅳ ① ٣٤٥ 𝟙𝟚𝟛 𝟙𝟚𝟛a 𝒶s 九 〇",
    "running flies skies dying generously communism evenings inning proceed news",
    "x" * 100 + " " + "x" * 79 + "ß1 " + "ab-" * 40 + " " + "𝒶" * 90,
    "\ud800 a\udc00b \ud83d\ude00 \x00 \x1b[2J \u2028 \ufeff",
    "a--b __ // \\\\ a..b a:@#$+b _a_ -1 +1 1e5 3.14 1,000",
    " ".join(sorted(STOP_WORDS)).title(),
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:20]))
def test_hard_texts_have_the_same_terms(analyzer: Node, text: str) -> None:
    assert_same(analyzer, text)


_KNOWN = st.characters().filter(lambda sign: unicodedata.category(sign) != "Cn")
"""Characters that this Python's Unicode knows; node's may be newer, and no older."""
_LIKELY = st.sampled_from("aAbBsSeE19 .'’_-\\/:@#$+ßςΣİé")


@given(st.text(_LIKELY | _KNOWN))
@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_has_the_same_terms(analyzer: Node, text: str) -> None:
    assert_same(analyzer, text)


def test_every_letter_and_digit_is_one_in_both(analyzer: Node) -> None:
    known = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) not in ("Cn", "Cs")]
    for start in range(0, len(known), 20_000):
        assert_same(analyzer, " ".join(f"{sign}a1" for sign in known[start : start + 20_000]))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WhooshIndex, Node]]:
    """The example content's index, and the browser's search over its export."""
    folder = tmp_path_factory.mktemp("published")
    index = WhooshIndex(folder / "index")
    index.update(entries(load_content(ROOT / "content")))
    (folder / "site").mkdir()
    for name, data in browser_index(index):
        (folder / "site" / name).write_bytes(data)
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        with Node(folder / "search.mjs", "await index.search(...asked)", url) as node:
            yield index, node
        server.shutdown()


QUERIES = [
    "token cache",
    "HID50011",
    "HID50011: the reply address does not match",
    "0x80070005",
    "5.7.1",
    "451 4.7.0 Temporary server error",
    "mailbox",
    "Mailboxes MAILBOX mailbox's",
    "password change",
    "asks for the password every few minutes",
    "HALYARDMAIL.EXE",
    r"HKLM\SOFTWARE\Halyard\Mail",
    r"C:\Users\mira\AppData",
    "sign-in",
    "severity A",
    "close a case idle customer",
    "AADSTS99999 unknown words entirely zyxwv",
    "zyxwv",
    "constructor __proto__ toString hasOwnProperty",
    "the of and",
    "",
    "  \n\t ",
    "... !!! ???",
    "\ud800 \udc00",
    "straße ΟΔΟΣ café",
    "2026-03-02 10:22:31 [ERROR] svc=mail host=web01 code=HID50173",
    "proxy certificate expired",
    "how do I reset it",
    "drive sync conflict copies of a file",
    "x" * 5000,
]


@pytest.mark.parametrize("text", QUERIES, ids=lambda text: repr(text[:30]))
def test_the_browser_gives_the_same_answer(published: tuple[WhooshIndex, Node], text: str) -> None:
    index, browser = published
    for limit in (3, 1000):
        ours = index.search(Query(text, limit))
        theirs = browser.ask([text, limit])
        assert [(h["card"]["url"], h["score"], h["matched"]) for h in theirs["hits"]] == [
            (hit.card.url, hit.score, list(hit.matched)) for hit in ours.hits
        ]
        assert (theirs["found"], theirs["unknown"]) == (ours.found, list(ours.unknown))


def test_most_of_the_queries_find_something(published: tuple[WhooshIndex, Node]) -> None:
    index, _ = published
    assert len(QUERIES) >= 30
    assert sum(index.search(Query(text)).found > 0 for text in QUERIES) >= 15
