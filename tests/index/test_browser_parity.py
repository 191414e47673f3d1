"""The browser's analyzer, reader and search, run under node, mean the same as Python's."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb_builder.index import Entry, Hits, Query, entries
from kb_builder.index.analyzer import STOP_WORDS, tokens
from kb_builder.index.browser_index import browser_index
from kb_builder.index.filters import closed_test, topics_above
from kb_builder.index.join import Ranked, join, successors_first
from kb_builder.index.noise import split_noise
from kb_builder.index.numbers import encode
from kb_builder.index.passage import passage
from kb_builder.index.reading import Reading, Word, read
from kb_builder.index.spelling import completions, distance, nearest
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content
from tests.index.conftest import make_entry
from tests.index.long_texts import LONG
from tests.index.made_up import SYNONYMS, made_up, queries
from tests.index.node import Node, needs_node, served

ROOT = Path(__file__).parents[2]

pytestmark = needs_node


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Gives what a function of a module, both named, makes of the values that are given."""
    calls = """
    await ({
      tokens: (text) => analyzer.tokens(text).map(({ term, word }) => [term, word]),
      read: reading.read,
      split: noise.splitNoise,
      decode: numbers.decode,
      distance: spelling.distance,
      nearest: spelling.nearest,
      completions: spelling.completions,
      closed: (value, days) => days.filter(filters.closedTest(value)),
      topics: filters.topicsAbove,
      passage: (text, terms, length) =>
        passage.passage(text, new Set(terms), length).map(({ text, marked }) => [text, marked]),
      join: (lists) => [...join.join(lists.map(([weight, entries]) => ({ weight, entries })))],
      successors: (scores, of) => [...join.successorsFirst(new Map(scores), of)],
    })[asked[0]](...asked.slice(1))
    """
    script = tmp_path_factory.mktemp("node") / "modules.mjs"
    with Node(script, calls) as node:
        yield node


def assert_same_terms(node: Node, text: str) -> None:
    assert node.ask(["tokens", text]) == [list(token) for token in tokens(text)]


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


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:20]))
def test_hard_texts_have_the_same_terms(node: Node, text: str) -> None:
    assert_same_terms(node, text)


_KNOWN = st.characters().filter(lambda sign: unicodedata.category(sign) != "Cn")
"""Characters that this Python's Unicode knows; node's may be newer, and no older."""
_LIKELY = st.sampled_from("aAbBsSeE19 .'’_-\\/:@#$+ßςΣİé")


def paired(text: str) -> str:
    """The text as it comes through JSON, where two surrogates make one character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


_ANY = st.text(_LIKELY | _KNOWN)
_PIECES = st.sampled_from(
    [
        *("0x8007000", "5.7.", "10.0.0.", "2026-03-0", "10:2", "HID5001", "error", "cannot", "\n"),
        *("EX16-MBX0", "DOM\\u", "\\Users\\", "@x.local", "S-1-5-", "fe80::", "-214702489", " "),
        *("MailBox", "don't", "the", "80070005", "C0000022", ".", "-", "1", "é", "٣", "\ufeff"),
        *("\x1f", "\xa0"),
    ]
)
_LOGS = st.lists(_PIECES | _ANY, max_size=60).map("".join)


@given(_ANY)
@settings(max_examples=400, deadline=None)
def test_any_text_has_the_same_terms(node: Node, text: str) -> None:
    assert_same_terms(node, paired(text))


def test_every_letter_and_digit_is_one_in_both(node: Node) -> None:
    known = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) not in ("Cn", "Cs")]
    for start in range(0, len(known), 20_000):
        assert_same_terms(node, " ".join(f"{sign}a1" for sign in known[start : start + 20_000]))


def reading_of(reading: Reading) -> dict[str, Any]:
    def word_of(word: Word) -> dict[str, Any]:
        parts = [word_of(part) for part in word.parts]
        return {"text": word.text, "terms": list(word.terms), "kind": word.kind, "parts": parts}

    return {
        "words": [word_of(word) for word in reading.words],
        "leftOut": reading.left_out,
        "sequence": list(reading.sequence),
        "lastIsOpen": reading.last_is_open,
    }


@pytest.mark.parametrize("text", HARD_TO_READ, ids=lambda text: repr(text[:20]))
def test_hard_texts_are_read_the_same(node: Node, text: str) -> None:
    assert node.ask(["read", text]) == reading_of(read(text))


@given(_LOGS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_the_same(node: Node, text: str) -> None:
    text = paired(text)
    assert node.ask(["split", text]) == [list(piece) for piece in split_noise(text)]
    assert node.ask(["read", text]) == reading_of(read(text))


@given(_LOGS, st.integers(1, 60))
@settings(max_examples=100, deadline=None)
def test_any_text_has_the_same_passage(node: Node, text: str, length: int) -> None:
    # A card's text is one line of blanks and words; lengths count UTF-16 units in the browser.
    text = " ".join("".join(s for s in paired(text) if s <= "\uffff").split()).replace("\ufeff", "")
    terms = [token.term for token in tokens(text)][::3]
    asked = ["passage", text, terms, length]
    assert node.ask(asked) == [list(piece) for piece in passage(text, set(terms), length)]


@given(st.lists(st.integers(0, 300) | st.integers(0, 2**53 - 1)))
@settings(max_examples=100, deadline=None)
def test_numbers_are_read_as_they_were_written(node: Node, numbers: list[int]) -> None:
    assert node.ask(["decode", encode(numbers)]) == numbers


_WORD = st.text("abc", min_size=1, max_size=9)


@given(_WORD, st.lists(st.tuples(_WORD, st.integers(1, 3)), unique_by=lambda known: known[0]))
@settings(max_examples=200, deadline=None)
def test_words_are_corrected_and_completed_the_same(
    node: Node, word: str, known: list[tuple[str, int]]
) -> None:
    assert node.ask(["nearest", word, known]) == nearest(word, known)
    assert node.ask(["completions", word, known]) == completions(word, known)
    for other, most in known:
        assert node.ask(["distance", word, other, most]) == distance(word, other, most)


_SCORES = st.dictionaries(st.integers(0, 9), st.integers(1, 99))


@given(
    st.lists(st.tuples(st.integers(1, 100), st.lists(st.integers(0, 9), unique=True)), max_size=4),
    _SCORES,
    st.dictionaries(st.integers(0, 12), st.integers(0, 12)),
)
@settings(max_examples=100, deadline=None)
def test_lists_are_joined_the_same(
    node: Node,
    lists: list[tuple[int, list[int]]],
    scores: dict[int, int],
    successors: dict[int, int],
) -> None:
    joined = join(Ranked(weight, of) for weight, of in lists)
    assert node.ask(["join", lists]) == [list(item) for item in joined.items()]
    asked = ["successors", list(scores.items()), successors]
    expected = successors_first(scores, successors).items()
    assert node.ask(asked) == [list(item) for item in expected]


_DAY = st.sampled_from(["2025", "2026", "2026-01", "2026-02-28", "2027-12-31", "26", "", "x\n"])


@given(st.lists(_DAY | st.sampled_from([">", "<", "<=", ">=", ".."]), max_size=3).map("".join))
@settings(max_examples=100, deadline=None)
def test_days_pass_the_same_filters(node: Node, value: str) -> None:
    days = ["", "2025-12-31", "2026-01-01", "2026-02-28", "2026-03-01", "2027-12-31"]
    assert node.ask(["closed", value, days]) == list(filter(closed_test(value), days))


@pytest.mark.parametrize(
    "root_cause", ["", "A", "A>B > C", " > A >> B >", "A\xa0>\tB", "a\u2003>b"]
)
def test_root_causes_have_the_same_topics_above(node: Node, root_cause: str) -> None:
    assert node.ask(["topics", root_cause]) == topics_above(root_cause)


class Published:
    """An index, and the browser's search over its export."""

    def __init__(self, index: WhooshIndex, node: Node, files: dict[str, bytes]) -> None:
        self.index = index
        self.node = node
        self.files = files
        self.urls = [card.url for card in index.cards()]
        self.places = {url: at for at, url in enumerate(self.urls)}
        assert len(self.places) == len(self.urls)

    def assert_same_answer(self, text: str, filters: dict[str, str] | None = None) -> Hits:
        ours = self.index.search(Query(text, 100, filters or {}, facets=True))
        theirs = self.node.ask(["search", text, filters or {}])
        del theirs["suggestion"], theirs["text"]
        theirs["hits"] = [hit | {"terms": set(hit["terms"])} for hit in theirs["hits"]]
        assert theirs == self.expected(ours)
        return ours

    def expected(self, answer: Hits) -> dict[str, Any]:
        words = asdict(answer.words)
        words["unknownCodes"] = words.pop("unknown_codes")
        words["leftOut"] = words.pop("left_out")
        return {
            "hits": [
                {
                    "entry": self.places[hit.card.url],
                    "score": hit.score,
                    "tier": hit.tier,
                    "matched": list(hit.matched),
                    "missing": list(hit.missing),
                    "terms": set(hit.terms),
                }
                for hit in answer.hits
            ],
            "found": answer.found,
            "words": _lists(words),
            "filters": dict(answer.filters),
            "facets": {
                name: [asdict(count) for count in counts] for name, counts in answer.facets.items()
            },
        }


def _lists(value: Any) -> Any:
    """A value as JSON has it, which knows no tuples."""
    if isinstance(value, dict):
        return {name: _lists(of) for name, of in value.items()}
    return list(value) if isinstance(value, tuple) else value


def publish(
    folder: Path, given: list[Entry], synonyms: tuple[tuple[str, ...], ...]
) -> Iterator[Published]:
    index = WhooshIndex(folder / "index", synonyms)
    index.update(given)
    files = dict(browser_index(index))
    (folder / "site").mkdir()
    for name, data in files.items():
        (folder / "site" / name).write_bytes(data)
    calls = """
    await ({
      search: (text, filters) => search.search(store, text, filters),
      impacts: async (terms) => {
        const found = await Promise.all(terms.map((term) => store.impacts(term)));
        return found.map((impacts) => [...impacts]);
      },
      cards: (entries) => store.cards(entries),
      spellings: async (letters) =>
        (await Promise.all(letters.map((letter) => store.spellings(letter)))).flat(),
    })[asked[0]](...asked.slice(1))
    """
    with served(folder / "site") as url, Node(folder / "search.mjs", calls, url) as node:
        yield Published(index, node, files)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The example content."""
    content = load_content(ROOT / "content")
    folder = tmp_path_factory.mktemp("example")
    yield from publish(folder, list(entries(content)), content.synonyms.groups)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Made-up content of several files of each sort."""
    yield from publish(tmp_path_factory.mktemp("large"), list(made_up()), SYNONYMS)


QUERIES = [
    "token cache",
    "HID50011",
    "HID50011: the reply address does not match",
    "0x80070005",
    "-2147024891 80070005",
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
    "pasword chnage tokn",
    "mailb",
    "calend",
    "outlook web app ndr",
    "webmail 2fa",
    "kind:page case closure",
    'mailbox product:"halyard mail" status:resolved',
    "mailbox closed:>2026-01 kind:case",
    "x" * 5000,
]


@pytest.mark.parametrize("text", QUERIES, ids=lambda text: repr(text[:30]))
def test_the_browser_gives_the_same_answer(example: Published, text: str) -> None:
    example.assert_same_answer(text)


def test_most_of_the_queries_find_something(example: Published) -> None:
    assert sum(example.index.search(Query(text)).found > 0 for text in QUERIES) >= 25


def test_every_title_of_the_example_is_found_the_same(example: Published) -> None:
    for card in example.index.cards():
        answer = example.assert_same_answer(card.title)
        assert answer.found > 0


def test_every_text_of_the_example_is_found_the_same(example: Published) -> None:
    for entry in entries(load_content(ROOT / "content")):
        example.assert_same_answer("\n".join(entry.texts.values()))


def test_the_made_up_index_is_in_several_files_of_each_sort(large: Published) -> None:
    names = [name.split("-")[0] for name in large.files]
    counts = {name: names.count(name) for name in names}
    assert counts["cards"] == 25
    assert counts["terms"] >= 6
    assert counts["words"] == len({word[0] for word, _ in large.index.words()})
    assert counts["signatures"] == 1
    server = dict(large.index.impacts())["server"]
    assert 300 <= len(server) < 400, "a frequent term is cut"


@pytest.mark.parametrize("text", queries(), ids=lambda text: repr(text[:30]))
def test_the_browser_gives_the_same_answer_from_many_files(large: Published, text: str) -> None:
    large.assert_same_answer(text)


def test_the_made_up_queries_come_by_every_way(large: Published) -> None:
    answers = [large.index.search(Query(text, 100)) for text in queries()]
    assert sum(answer.found > 0 for answer in answers) >= 60
    for name in ("masked", "unknown", "unknown_codes", "corrected", "completed", "synonyms"):
        assert sum(bool(getattr(answer.words, name)) for answer in answers) >= 2, name
    assert {hit.tier for answer in answers for hit in answer.hits} == {
        *("signature", "all", "most", "any")
    }
    assert sum(bool(answer.words.left_out) for answer in answers) >= 1
    assert sum(bool(answer.filters) for answer in answers) >= 7


@pytest.mark.parametrize(
    "filters",
    [
        {"product": "Gamma"},
        {"product": "strasse", "kind": "case"},
        {"root_cause": "Net>Proxy", "closed": ">2026-03"},
        {"year": "2026", "status": "Nothing"},
        {"closed": "soon"},
        {"no such": "filter"},
        {"product": "\udc80"},
        {"product": ""},
    ],
)
def test_options_filter_the_same(large: Published, filters: dict[str, str]) -> None:
    large.assert_same_answer("server bounce message", filters)
    large.assert_same_answer("server product:gamma", filters)


def test_a_query_of_100_kb_has_the_same_answer(large: Published, example: Published) -> None:
    text = "\n".join(value for entry in made_up(100) for value in entry.texts.values())
    for long in (text[:99_000], text * 3, f"{text[:60_000]}\nERROR HID50011 {text[-60_000:]}"):
        assert len(long) > 50_000
        large.assert_same_answer(long)
        example.assert_same_answer(long)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_search_of_any_long_text_gives_the_same_answer_in_a_moment(
    large: Published, text: str
) -> None:
    large.assert_same_answer(text)
    start = time.monotonic()
    large.node.ask(["search", text, {}])
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("blank", list(" \t\n\r\f\v\xa0\u2003\u2028\u3000\x1c\x1f\x85\ufeff\u200b"))
def test_the_same_signs_part_a_filter_from_its_text(large: Published, blank: str) -> None:
    large.assert_same_answer(f"server{blank}kind:case{blank}bounce")
    large.assert_same_answer(f'{blank}cause:"{blank}net{blank}>proxy{blank}" server')


def test_facets_of_the_same_count_come_in_the_same_order(tmp_path: Path) -> None:
    products = ("𠮷野", "Ａｌｐｈａ", "Mail", "é", "ﬁ", "\ue000")
    made = [make_entry(str(n), "case", name, title="x") for n, name in enumerate(products)]
    for published in publish(tmp_path, made, ()):
        published.assert_same_answer("x")


_ASKED = st.lists(
    st.sampled_from([f"{query} " for query in queries()] + [query[:-1] for query in queries()])
    | _PIECES
    | st.sampled_from(["product:", "cause:Net ", "kind:case", "closed:>2026 ", '"', "Gamma", " "]),
    max_size=6,
).map("".join)


@given(_ASKED | _ANY)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_query_has_the_same_answer(large: Published, text: str) -> None:
    large.assert_same_answer(paired(text))


@given(
    st.dictionaries(
        st.sampled_from(["product", "root_cause", "status", "kind", "year", "closed", "title"]),
        st.sampled_from(["Gamma", "net", "Net > Proxy", "Resolved", "case", "2026", "<2026-03"])
        | _ANY,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_filters_give_the_same_answer(large: Published, filters: dict[str, str]) -> None:
    pairs = {name: paired(value) for name, value in filters.items()}
    large.assert_same_answer("server bounce", pairs)


def assert_read_back(published: Published) -> None:
    impacts = dict(published.index.impacts())
    terms = list(impacts)
    found = published.node.ask(["impacts", terms])
    assert {t: dict(map(tuple, of)) for t, of in zip(terms, found, strict=True)} == impacts
    letters = sorted({word[0] for word, _ in published.index.words()})
    spellings = published.node.ask(["spellings", letters])
    assert spellings == [list(item) for item in published.index.words()]
    cards = published.node.ask(["cards", list(range(len(published.urls)))])
    assert [card["url"] for card in cards] == published.urls
    by_id = {card.id: card for card in reversed(published.index.cards())}
    for card, ours in zip(cards, published.index.cards(), strict=True):
        successor = by_id.get(ours.superseded_by) if ours.superseded_by else None
        assert card["superseded_url"] == (successor.url if successor and ours.withdrawn else "")
        assert card["symptom"] == ours.symptom


def test_the_browser_reads_the_whole_example_back(example: Published) -> None:
    assert_read_back(example)


def test_the_browser_reads_many_files_back(large: Published) -> None:
    assert_read_back(large)
    unknown = ["", "a", "zzzz", "\uffff", "\U0010ffff", "ﬁ", "𝒶", "__proto__", "0", "~"]
    known = {term for term, _ in large.index.impacts()}
    assert not set(unknown) & known
    assert large.node.ask(["impacts", unknown]) == [[] for _ in unknown]
