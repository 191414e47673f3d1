"""What passes the filters, and what the facets count."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.index import Hits, Query
from kb_builder.index.query import FACETS, Count, Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths


def test_filters_alone_give_all_that_pass_them(tmp_path: Path) -> None:
    index = made_of(
        tmp_path, make_entry("b", "page", "Mail"), make_entry("a", "case", "Mail"), make_entry("c")
    )
    assert paths(index.search(Query("product:Mail"))) == ["a", "b"]
    assert paths(index.search(Query("product:Mail", filters={"kind": "page"}))) == ["b"]
    assert paths(index.search(Query(""))) == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["calendar", "delivery", "printer", "sign-in", "token"]),
        ({"product": "Identity"}, ["sign-in", "token"]),
        ({"product": "identity"}, ["sign-in", "token"]),
        ({"product": "None such"}, []),
        ({"product": "\udc80"}, []),
        ({"kind": "article"}, ["printer"]),
        ({"status": "Workaround"}, ["printer"]),
        ({"year": "2025"}, ["calendar"]),
        ({"closed": ">2026-01"}, ["printer", "sign-in", "token"]),
        ({"closed": "2026-01..2026-02-01"}, ["delivery", "printer"]),
        ({"closed": "soon"}, []),
        ({"root_cause": "Identity"}, ["sign-in", "token"]),
        ({"root_cause": "identity>SIGN-IN"}, ["sign-in"]),
        ({"root_cause": "Sign-in"}, []),
        ({"product": "Identity", "status": "Workaround"}, []),
        ({"no such": "filter"}, []),
    ],
)
def test_filters_leave_out_hits_and_not_words(
    index: WhooshIndex, filters: dict[str, str], expected: list[str]
) -> None:
    text = "calendar non-delivery printer sign-in token"
    answer = index.search(Query(text, filters=filters))
    assert sorted(paths(answer)) == expected
    assert answer.words == Words(searched=tuple(text.split()))


def test_fields_in_the_text_filter_as_options_do_and_options_win(index: WhooshIndex) -> None:
    answer = index.search(Query("printer token product:identity closed:<=2026"))
    assert paths(answer) == ["token"]
    assert answer.filters == {"product": "Identity", "closed": "<=2026"}
    answer = index.search(Query("printer token product:identity", filters={"product": "print"}))
    assert (paths(answer), answer.filters) == (["printer"], {"product": "Print"})
    answer = index.search(Query("printer product:nothing"))
    assert (paths(answer), answer.filters) == (["printer"], {})
    assert answer.words.unknown == ("product", "nothing")


def counts(hits: Hits, name: str) -> dict[str, int]:
    return {count.value: count.count for count in hits.facets[name]}


def test_facets_count_what_is_near_the_best_the_most_frequent_first(index: WhooshIndex) -> None:
    answer = index.search(Query("printer sign-in token calendar", facets=True))
    assert tuple(answer.facets) == FACETS
    assert answer.facets == {
        "product": (Count("Identity", 2), Count("Mail", 1), Count("Print", 1)),
        "root_cause": (
            *(Count("Identity", 2), Count("Platform", 2), Count("Identity > Sign-in", 1)),
            *(Count("Identity > Sign-in > Reply address", 1), Count("Identity > Tokens", 1)),
            *(Count("Platform > Clock", 1), Count("Platform > Driver", 1)),
        ),
        "status": (Count("Resolved", 3), Count("Workaround", 1)),
        "kind": (Count("case", 3), Count("article", 1)),
        "year": (Count("2026", 3), Count("2025", 1)),
    }
    assert index.search(Query("printer")).facets == {}


def test_a_facet_that_is_filtered_counts_the_others_too(index: WhooshIndex) -> None:
    text = "printer sign-in token calendar"
    answer = index.search(Query(text, filters={"product": "Identity"}, facets=True))
    assert counts(answer, "product") == {"Identity": 2, "Mail": 1, "Print": 1}
    assert counts(answer, "status") == {"Resolved": 2}
    both = {"product": "Identity", "status": "Workaround"}
    answer = index.search(Query(text, filters=both, facets=True))
    assert paths(answer) == []
    assert counts(answer, "product") == {"Print": 1}
    assert counts(answer, "status") == {"Resolved": 2}
    assert counts(answer, "kind") == {}


def test_a_facet_that_is_filtered_counts_what_a_signature_finds_too(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", "case", "Mail", ("qq",)),
        make_entry("b", "case", "Print", ("qq",)),
    )
    answer = index.search(Query("qq", filters={"product": "Mail"}, facets=True))
    assert (paths(answer), counts(answer, "product")) == (["a"], {"Mail": 1, "Print": 1})


def test_a_facet_counts_what_its_filter_finds(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        *(make_entry(f"a{n:02}", product="Mail", title="token cache") for n in range(20)),
        *(make_entry(f"b{n:02}", product="Print", title="cache") for n in range(20)),
        *(
            make_entry(f"c{n:02}", product="Web", body="much more text " * 40 + "cache")
            for n in range(20)
        ),
    )
    counts = index.search(Query("token cache", facets=True)).facets["product"]
    assert counts
    for count in counts:
        found = index.search(Query("token cache", filters={"product": count.value})).found
        assert (count.value, found) == (count.value, count.count)


def test_a_filter_that_no_entry_passes_is_named_with_the_nearest_value(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", product="Exchange Online", title="token"))
    answer = index.search(Query("token", filters={"product": "Exchnge Online", "year": "1999"}))
    assert answer.unknown_filters == {"product": "Exchange Online", "year": ""}
