"""The browser reads back all that is in the index."""

from __future__ import annotations

from tests.index.node import needs_node
from tests.index.parity.published import Published

pytestmark = needs_node


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
