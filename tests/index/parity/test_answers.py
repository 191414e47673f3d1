"""The browser's search, run under node, gives the same answers as Python's."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb_builder.index import Query, entries
from kb_builder.load import load_content
from tests.index.conftest import make_entry
from tests.index.long_texts import LONG
from tests.index.made_up import made_up, queries
from tests.index.node import needs_node
from tests.index.parity.published import ROOT, Published, publish
from tests.index.parity.texts import ANY, PIECES, paired

pytestmark = needs_node


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
    | PIECES
    | st.sampled_from(["product:", "cause:Net ", "kind:case", "closed:>2026 ", '"', "Gamma", " "]),
    max_size=6,
).map("".join)


@given(_ASKED | ANY)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_query_has_the_same_answer(large: Published, text: str) -> None:
    large.assert_same_answer(paired(text))


@given(
    st.dictionaries(
        st.sampled_from(["product", "root_cause", "status", "kind", "year", "closed", "title"]),
        st.sampled_from(["Gamma", "net", "Net > Proxy", "Resolved", "case", "2026", "<2026-03"])
        | ANY,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_filters_give_the_same_answer(large: Published, filters: dict[str, str]) -> None:
    pairs = {name: paired(value) for name, value in filters.items()}
    large.assert_same_answer("server bounce", pairs)
