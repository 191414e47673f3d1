"""Each module of the browser's code, run under node, means the same as Python's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.analyzer import tokens
from kb_builder.index.filters import closed_test, topics_above
from kb_builder.index.join import Ranked, join, successors_first
from kb_builder.index.noise import split_noise
from kb_builder.index.numbers import encode
from kb_builder.index.passage import passage
from kb_builder.index.reading import Reading, Word, read
from kb_builder.index.spelling import completions, distance, nearest
from tests.index.node import Node, needs_node
from tests.index.parity.texts import ANY, HARD, HARD_TO_READ, LOGS, paired

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


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:20]))
def test_hard_texts_have_the_same_terms(node: Node, text: str) -> None:
    assert_same_terms(node, text)


@given(ANY)
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


@given(LOGS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_the_same(node: Node, text: str) -> None:
    text = paired(text)
    assert node.ask(["split", text]) == [list(piece) for piece in split_noise(text)]
    assert node.ask(["read", text]) == reading_of(read(text))


@given(LOGS, st.integers(1, 60))
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
