from __future__ import annotations

from collections import Counter

import pytest

from kb_builder.index import Query, entries
from kb_builder.index.memory import MemoryScores, Surroundings, average_lengths, field_terms
from kb_builder.index.search import search
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content
from tests.conftest import PROJECT

QUERIES = (
    "451 4.7.0 TLS negotiation failed: certificate chain not trusted (0x800B0109)",
    "mails to our most important partner are stuck",
    "HBK-1106: Snapshot of C:\\ failed: VSS_E_PROVIDER_VETO on SRV-FILE01",
    "the printer prints only half of a page",
    "Halyard Mail",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[WhooshIndex, MemoryScores]:
    """The example records in an index, and in memory."""
    everything = list(entries(load_content(PROJECT / "content")))
    index = WhooshIndex(tmp_path_factory.mktemp("index"))
    index.update(everything)
    found = [field_terms(entry) for entry in everything]
    having = Counter(term for of in found for term in set().union(*of.values()))
    around = Surroundings(len(everything), having.__getitem__, average_lengths(found))
    return index, MemoryScores(everything, found, around)


@pytest.mark.parametrize("text", QUERIES)
def test_with_all_entries_the_order_is_that_of_an_index(
    text: str, both: tuple[WhooshIndex, MemoryScores]
) -> None:
    index, memory = both
    said, in_memory = index.search(Query(text)), search(Query(text), memory)
    assert [hit.card.path for hit in in_memory.hits] == [hit.card.path for hit in said.hits]
    assert [hit.tier for hit in in_memory.hits] == [hit.tier for hit in said.hits]
    assert len(said.hits) >= 5


def test_a_few_entries_are_ranked_as_they_are_among_all(
    both: tuple[WhooshIndex, MemoryScores],
) -> None:
    index, memory = both
    order = [hit.card.path for hit in index.search(Query(QUERIES[0])).hits]
    few = [entry for entry in memory.entries if entry.card.path in order[:4]]
    source = MemoryScores(few, [field_terms(entry) for entry in few], memory.surroundings)
    found = [hit.card.path for hit in search(Query(QUERIES[0]), source).hits]
    assert found == [path for path in order if path in found]
    assert found[:3] == order[:3]


def test_fields_that_are_left_out_count_nothing(both: tuple[WhooshIndex, MemoryScores]) -> None:
    _, memory = both
    of_titles = [field_terms(entry, ("title",)) for entry in memory.entries]
    source = MemoryScores(memory.entries, of_titles, memory.surroundings)
    assert len(source.impacts("halyard")[0]) < len(memory.impacts("halyard")[0])
