from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index import Entry, Hits, Query
from kb_builder.index.query import FACETS, Count, Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.long_texts import LONG

SYNONYMS = (
    ("NDR", "non-delivery report", "bounce message"),
    ("mail client", "HALYARDMAIL.EXE"),
    ("2FA", "second factor"),
)

ENTRIES = [
    make_entry(
        "calendar",
        product="Mail",
        title="Calendar shows meetings an hour early",
        status="Resolved",
        root_cause="Platform > Clock",
        closed="2025-12-30",
        body="The token was fine, and so was the cache.",
    ),
    make_entry(
        "delivery",
        product="Mail",
        title="Senders get a non-delivery report 5.7.1",
        status="Resolved",
        root_cause="Mail > Transport > Connector",
        closed="2026-01-31",
        symptom="Mail of partners bounces with 550 5.7.1 Unable to relay.",
    ),
    make_entry(
        "printer",
        product="Print",
        kind="article",
        title="Printer offline after an update",
        status="Workaround",
        root_cause="Platform > Driver",
        closed="2026-02-01",
        symptom="The spooler stops with 0x80070005 on the server EX16-MBX02 at 10.0.0.5.",
        codes="0x80070005",
    ),
    make_entry(
        "sign-in",
        product="Identity",
        title="Sign-in fails with AADSTS50011",
        status="Resolved",
        root_cause="Identity > Sign-in > Reply address",
        closed="2026-02-10",
        symptom="Every browser shows AADSTS50011: the reply address does not match.",
        codes="AADSTS50011 AADSTS50011",
        signatures=("reply addres+ [0-9]+ rejected",),
    ),
    make_entry(
        "token",
        product="Identity",
        title="Token cache grows without bound",
        status="Resolved",
        root_cause="Identity > Tokens",
        closed="2026-03-01",
        resolution="Clear the second factor and restart HALYARDMAIL.EXE 16.0.1234.5.",
    ),
]


@pytest.fixture(scope="module")
def index() -> Iterator[WhooshIndex]:
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder), SYNONYMS)
        index.update(ENTRIES)
        yield index


def made_of(folder: Path, *entries: Entry) -> WhooshIndex:
    index = WhooshIndex(folder, SYNONYMS)
    index.update(entries)
    return index


def paths(hits: Hits) -> list[str]:
    return [hit.card.path for hit in hits.hits]


def tiers(hits: Hits) -> dict[str, str]:
    return {hit.card.path: hit.tier for hit in hits.hits}


def test_a_record_about_all_words_comes_before_one_that_has_them_in_its_body_only(
    index: WhooshIndex,
) -> None:
    answer = index.search(Query("token cache"))
    assert tiers(answer) == {"token": "all", "calendar": "any"}
    assert [hit.missing for hit in answer.hits] == [(), ()]


def test_a_record_about_most_words_comes_before_one_that_is_about_one_and_worth_more(
    tmp_path: Path,
) -> None:
    answer = made_of(
        tmp_path,
        make_entry("one", title="token", symptom="token token", body="token " * 9),
        make_entry("two", symptom="cache proxy", body="long " * 400),
        *(make_entry(f"x{n}", title="cache proxy") for n in range(9)),
        make_entry("y", title="token"),
    ).search(Query("token cache proxy", limit=50))
    assert tiers(answer)["two"] == "most"
    assert tiers(answer)["one"] == "any"
    assert paths(answer).index("two") < paths(answer).index("one")


def test_a_foreign_word_never_empties_the_answer(index: WhooshIndex) -> None:
    answer = index.search(Query("token cache zyxwvutsr"))
    assert paths(answer) == ["token", "calendar"]
    assert tiers(answer)["token"] == "all", "what no record has does not count"
    assert answer.words == Words(searched=("token", "cache"), unknown=("zyxwvutsr",))


def test_what_differs_from_case_to_case_is_masked_unless_a_record_has_it(
    index: WhooshIndex,
) -> None:
    answer = index.search(Query("2026-03-02 10:22 printer on EX16-MBX02 EX16-MBX03 10.0.0.5"))
    assert answer.words == Words(
        searched=("printer", "EX16-MBX02", "10.0.0.5"),
        masked=("2026-03-02", "10:22", "EX16-MBX03"),
    )
    assert (paths(answer), tiers(answer)) == (["printer"], {"printer": "all"})


def test_masked_words_are_searched_as_a_whole_only(index: WhooshIndex) -> None:
    answer = index.search(Query("HALYARD\\printer mira@printer.example printer01.server.local"))
    assert (answer.found, answer.words.searched) == (0, ())


def test_a_code_that_no_record_has_is_said_and_not_guessed(index: WhooshIndex) -> None:
    answer = index.search(Query("AADSTS99999"))
    assert answer == Hits((), 0, Words(unknown_codes=("AADSTS99999",)))
    answer = index.search(Query("sign-in AADSTS50012 5.7.2 0x80070006"))
    assert paths(answer) == ["sign-in"]
    assert answer.words == Words(
        searched=("sign-in",), unknown_codes=("AADSTS50012", "5.7.2", "0x80070006")
    )


@pytest.mark.parametrize("code", ["0x80070005", "-2147024891", "2147942405", "80070005"])
def test_a_code_finds_its_record_in_any_spelling(index: WhooshIndex, code: str) -> None:
    answer = index.search(Query(f"hr={code}"))
    assert (paths(answer), tiers(answer)) == (["printer"], {"printer": "all"})
    assert answer.hits[0].matched == (code,)
    assert answer.hits[0].terms == {"0x80070005"}


@pytest.mark.parametrize("code", ["0x80070005", "-2147024891", "2147942405", "80070005"])
def test_a_record_is_found_whichever_spelling_it_has(tmp_path: Path, code: str) -> None:
    index = made_of(tmp_path, make_entry("a", body=f"failed with {code}."), make_entry("b"))
    for asked in ("0x80070005", "-2147024891", "2147942405", "80070005"):
        assert paths(index.search(Query(asked))) == ["a"], asked


def test_a_code_counts_in_a_mail_servers_reply_of_several_lines(index: WhooshIndex) -> None:
    answer = index.search(Query("550-5.7.1 message refused by 4.7.0/4.7.1"))
    assert paths(answer) == ["delivery"]
    assert "5.7.1" in answer.hits[0].terms
    assert answer.words.unknown_codes == ("4.7.0", "4.7.1")


def test_a_code_weighs_more_than_a_word(tmp_path: Path) -> None:
    index = made_of(
        tmp_path, make_entry("a", title="mailbox full"), make_entry("b", title="HID50011 seen")
    )
    assert paths(index.search(Query("mailbox HID50011"))) == ["b", "a"]


def test_a_misspelt_word_is_corrected_and_said(index: WhooshIndex) -> None:
    answer = index.search(Query("prnter ofline."))
    assert paths(answer) == ["printer"]
    assert answer.words == Words(
        searched=("prnter", "ofline"), corrected={"prnter": "printer", "ofline": "offline"}
    )
    assert answer.hits[0].matched == ("prnter", "ofline")
    assert answer.hits[0].terms == {"printer", "offlin"}


def test_a_known_word_a_short_one_and_a_first_letter_are_not_corrected(index: WhooshIndex) -> None:
    assert index.search(Query("grow tkn hrinter .")).words == Words(
        searched=("grow",), unknown=("tkn", "hrinter")
    )


def test_the_words_of_a_long_text_are_not_corrected(index: WhooshIndex) -> None:
    filler = " ".join(f"{letter}qqqzzz" for letter in "abcdefghijklmnop")
    assert index.search(Query(f"{filler} prnter.")).words.corrected == {}
    assert index.search(Query(f"{filler[:-9]} prnter.")).words.corrected == {"prnter": "printer"}


def test_the_last_word_is_completed_while_it_is_being_typed(index: WhooshIndex) -> None:
    answer = index.search(Query("offline prin"))
    assert (paths(answer), answer.words) == (
        ["printer"],
        Words(searched=("offline", "prin"), completed={"prin": "printer"}),
    )
    assert index.search(Query("prin offline")).words == Words(
        searched=("offline",), unknown=("prin",)
    )
    assert index.search(Query("prin ")).words == Words(unknown=("prin",))


def test_the_last_word_is_completed_by_up_to_three_words(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        *(make_entry(f"a{n}", title="connector") for n in range(3)),
        *(make_entry(f"b{n}", title="connection") for n in range(2)),
        *(make_entry(f"c{n}", title="console") for n in range(2)),
        make_entry("d", title="contract"),
    )
    answer = index.search(Query("con"))
    assert answer.words == Words(searched=("con",), completed={"con": "connector"})
    assert sorted(paths(answer)) == ["a0", "a1", "a2", "b0", "b1", "c0", "c1"]


def test_only_the_word_that_the_text_ends_with_is_completed(index: WhooshIndex) -> None:
    for text in ("prin offline prin the", "prin the", "prin 10.0.0.5 of"):
        assert index.search(Query(text)).words.completed == {}, text


def test_a_phrase_is_searched_by_what_means_the_same(index: WhooshIndex) -> None:
    answer = index.search(Query("NDR"))
    assert paths(answer) == ["delivery"]
    assert answer.words == Words(synonyms={"NDR": ("non-delivery report", "bounce message")})
    assert answer.hits[0].matched == ()
    assert answer.hits[0].terms == {"non", "deliveri", "report"}
    answer = index.search(Query("2fa lost."))
    assert paths(answer) == ["token"]
    assert answer.words == Words(unknown=("lost",), synonyms={"2FA": ("second factor",)})


@pytest.mark.parametrize(
    ("text", "synonyms", "found"),
    [
        ("non-delivery report.", {"non-delivery report": ("NDR", "bounce message")}, "NDR"),
        ("Non-Delivery Reports", {"non-delivery report": ("NDR", "bounce message")}, "NDR"),
        ("halyardmail.exe", {"HALYARDMAIL.EXE": ("mail client",)}, "Mail client"),
        ("my mail clients.", {"mail client": ("HALYARDMAIL.EXE",)}, "HALYARDMAIL.EXE"),
        ("second factor", {"second factor": ("2FA",)}, "2FA"),
    ],
)
def test_a_phrase_may_hold_identifiers_and_be_inflected(
    tmp_path: Path, text: str, synonyms: dict[str, tuple[str, ...]], found: str
) -> None:
    answer = made_of(tmp_path, make_entry("a", title=f"{found} stops")).search(Query(text))
    assert (answer.words.synonyms, paths(answer)) == (synonyms, ["a"])


def test_a_phrase_counts_only_where_the_query_and_the_record_have_it_whole(
    index: WhooshIndex,
) -> None:
    assert index.search(Query("bounce")).words.synonyms == {}
    assert index.search(Query("client mail")).words.synonyms == {}
    answer = index.search(Query("the mail client."))
    assert answer.words.synonyms == {"mail client": ("HALYARDMAIL.EXE",)}
    assert sorted(paths(answer)) == ["delivery", "token"]


def test_a_long_text_has_no_synonyms(index: WhooshIndex) -> None:
    filler = " ".join(f"{letter}qqqzzz" for letter in "abcdefghijklmnopq")
    assert index.search(Query(f"NDR {filler}")).words.synonyms == {}
    assert index.search(Query(f"NDR {filler}")).found == 0


def test_a_word_that_a_record_has_counts_more_than_its_synonym(tmp_path: Path) -> None:
    index = made_of(
        tmp_path, make_entry("a", title="Bounce message"), make_entry("b", title="An NDR comes")
    )
    assert paths(index.search(Query("NDR"))) == ["b", "a"]
    assert paths(index.search(Query("bounce message"))) == ["a", "b"]


def test_a_signature_comes_first_whatever_the_words(index: WhooshIndex) -> None:
    answer = index.search(Query("token cache: reply address 5 rejected"))
    assert tiers(answer) == {"sign-in": "signature", "token": "any", "calendar": "any"}
    assert paths(answer)[0] == "sign-in"
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    assert answer.hits[0].score >= 10_000_000 > answer.hits[1].score


def test_a_signature_is_found_where_no_word_is(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", signatures=("[0-9]{4}-zz", "qq+")), make_entry("b"))
    answer = index.search(Query("1234-zz"))
    assert (tiers(answer), answer.found) == ({"a": "signature"}, 1)
    assert answer.hits[0].matched == ()


def test_a_signature_that_is_no_expression_is_passed_over(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", signatures=("(", "q")), make_entry("b", title="q"))
    assert tiers(index.search(Query("q"))) == {"a": "signature", "b": "all"}


def test_a_signature_looks_at_the_text_without_its_filters(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", "case", "Mail", ("kind:",)), make_entry("b"))
    assert [hit.tier for hit in index.search(Query("kind:case")).hits] == ["any", "any"]
    assert tiers(index.search(Query("kind:nothing"))) == {"a": "signature"}
    assert paths(index.search(Query("kind:nothing", filters={"product": "Mail"}))) == ["a"]
    assert paths(index.search(Query("kind:nothing", filters={"product": "Print"}))) == []


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


def test_a_withdrawn_record_comes_below_the_one_that_holds_now(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token cache", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="something else", body="token"),
        make_entry("c", title="token", body="cache"),
    )
    answer = index.search(Query("token cache"))
    assert paths(answer) == ["b", "a", "c"]
    assert answer.hits[0].score == answer.hits[1].score


def test_what_holds_now_is_found_where_it_does_not_match(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token cache", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="something else"),
        make_entry("c", title="token", withdrawn=True, superseded_by="KB-9"),
    )
    answer = index.search(Query("token cache"))
    assert paths(answer) == ["b", "a", "c"]
    (now, *_) = answer.hits
    assert (now.tier, now.matched, now.missing) == ("any", (), ("token", "cache"))
    assert answer.found == 3


def test_successors_are_followed_to_the_last_where_none_of_them_matches(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", title="token", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="else", withdrawn=True, superseded_by="KB-3"),
        make_entry("c", id="KB-3", title="something"),
    )
    assert paths(index.search(Query("token"))) == ["c", "b", "a"]


def test_what_holds_now_is_left_out_where_it_does_not_pass_the_filters(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", product="Mail", title="token", withdrawn=True, superseded_by="KB-2"),
        make_entry("b", product="Print", id="KB-2", title="token"),
    )
    assert paths(index.search(Query("token", filters={"product": "Mail"}))) == ["a"]
    assert paths(index.search(Query("token product:print"))) == ["b"]
    assert paths(index.search(Query("token"))) == ["b", "a"]


def test_records_that_supersede_each_other_are_found_all_the_same(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        make_entry("a", id="KB-1", title="token", superseded_by="KB-2"),
        make_entry("b", id="KB-2", title="token", superseded_by="KB-1"),
        make_entry("c", id="KB-3", title="token", superseded_by="KB-3"),
    )
    assert paths(index.search(Query("token"))) == ["b", "a", "c"]


def test_entries_that_are_worth_the_same_come_by_their_keys(tmp_path: Path) -> None:
    index = made_of(tmp_path, *(make_entry(key, title="same words") for key in "dbeac"))
    answer = index.search(Query("same", limit=3))
    assert (paths(answer), answer.found) == (["a", "b", "c"], 5)


def test_what_matches_nearly_as_well_as_the_best_is_counted(tmp_path: Path) -> None:
    index = made_of(
        tmp_path,
        *(make_entry(f"a{n}", title="token cache") for n in range(3)),
        *(make_entry(f"b{n:02}", body="words " * 20 * (n + 1) + "token") for n in range(40)),
    )
    for limit in (2, 50):
        answer = index.search(Query("token cache", limit=limit))
        assert (paths(answer)[:2], answer.found) == (["a0", "a1"], 43), "ten, and their equals"
    index.update([make_entry(f"a{n:02}", title="token cache") for n in range(20)])
    assert index.search(Query("token cache", limit=2)).found == 20
    index.update([make_entry("a", title="token cache"), make_entry("b", body="words token")])
    assert index.search(Query("token cache", limit=2)).found == 2


def test_a_limit_keeps_the_first_and_more_than_a_hundred_can_be_asked_for(tmp_path: Path) -> None:
    index = made_of(tmp_path, *(make_entry(f"{n:03}", title="token") for n in range(150)))
    for limit in (0, 1, 99, 100, 101, 1000):
        answer = index.search(Query("token", limit=limit))
        assert paths(answer) == [f"{n:03}" for n in range(min(limit, 150))]
        assert answer.found == 150


def test_a_word_of_an_identifier_counts_where_no_record_has_it_whole(index: WhooshIndex) -> None:
    answer = index.search(Query("Printer.Spooler.Service halyardmail.exe 16.0.1234.5 16.0.1234.6"))
    assert answer.words == Words(
        searched=("Printer", "Spooler", "halyardmail.exe", "16.0.1234.5"),
        unknown=("Service",),
        synonyms={"HALYARDMAIL.EXE": ("mail client",)},
    )
    assert sorted(paths(answer)) == ["printer", "token"]


def test_the_words_of_a_long_text_that_were_not_searched_are_counted(index: WhooshIndex) -> None:
    text = " ".join(f"w{n}q" for n in range(100)) + "\nERROR 0x80070005"
    answer = index.search(Query(text))
    assert (paths(answer), answer.words.left_out) == (["printer"], 102 - 30)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_search_of_any_text_answers_in_a_moment(index: WhooshIndex, text: str) -> None:
    start = time.process_time()
    index.search(Query(text, facets=True))
    assert time.process_time() - start < 3


_LIKELY = st.sampled_from(
    [
        *(" ", "\n", ".", "-", "token", "cach", "prnter", "NDR", "2fa", "0x80070005", "5.7.1"),
        *("product:", "closed:", ">2026", '"', "Mail", "cause:Identity ", "10.0.0.5", "AADSTS5"),
    ]
)
_FILTERS = st.dictionaries(
    st.sampled_from([*FACETS, "closed"]) | st.text(),
    st.sampled_from(["Mail", "2026", ""]) | st.text(),
)


@given(
    st.lists(_LIKELY | st.text(st.characters(), max_size=4), max_size=20).map("".join),
    _FILTERS,
    st.integers(0, 9),
)
@settings(deadline=None, max_examples=200)
def test_no_query_raises_and_every_answer_agrees_with_itself(
    index: WhooshIndex, text: str, filters: dict[str, str], limit: int
) -> None:
    answer = index.search(Query(text, limit, filters, facets=True))
    assert len(answer.hits) <= limit
    assert answer.found >= min(10, len(answer.hits))
    assert filters.keys() <= answer.filters.keys()
    words = answer.words
    said = (words.searched, words.masked, words.unknown, words.unknown_codes)
    assert len({word for each in said for word in each}) == sum(map(len, said))
    assert words.corrected.keys() | words.completed.keys() <= set(words.searched)
    for hit in answer.hits:
        assert set(hit.matched) <= set(words.searched)
        assert set(hit.missing) <= set(words.searched)
    assert [hit.score for hit in answer.hits] == sorted(
        (hit.score for hit in answer.hits), reverse=True
    )
    for counted in answer.facets.values():
        assert all(count.count > 0 for count in counted)


def test_a_frequent_word_finds_all_records_of_a_narrowed_search(tmp_path: Path) -> None:
    many = (make_entry(f"a{n:03}", product="Mail", title="error") for n in range(320))
    few = (make_entry(f"b{n}", product="Print", body="long text " * 99 + "error") for n in range(3))
    index = made_of(tmp_path, *many, *few)
    assert paths(index.search(Query("error", filters={"product": "Print"}))) == ["b0", "b1", "b2"]


def test_a_record_where_a_frequent_word_does_not_count_is_not_said_to_lack_it(
    tmp_path: Path,
) -> None:
    many = (make_entry(f"a{n:03}", title="error") for n in range(320))
    index = made_of(tmp_path, *many, make_entry("b", title="printer", body="text " * 99 + "error"))
    answer = index.search(Query("printer error"))
    (hit,) = (hit for hit in answer.hits if hit.card.path == "b")
    assert (hit.matched, hit.missing) == (("printer",), ())


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


@pytest.mark.parametrize(
    "spelling",
    ["0x80070005L", "80070005h", "&H80070005", "\u22122147024891", "0xffffffff80070005"],
)
def test_a_code_is_found_in_the_spellings_of_other_languages(tmp_path: Path, spelling: str) -> None:
    index = made_of(tmp_path, make_entry("a", title="Access denied 0x80070005"), make_entry("b"))
    assert paths(index.search(Query(spelling))) == ["a"]


def test_a_long_text_is_not_cut_within_a_code(tmp_path: Path) -> None:
    index = made_of(tmp_path, make_entry("a", title="Access denied 0x80070005"))
    assert index.search(Query("0x80070005 " * 20_000)).words.unknown_codes == ()


@pytest.mark.parametrize("code", ["CVE-2021-34527", "MS17-010"])
def test_numbers_of_bulletins_are_codes(tmp_path: Path, code: str) -> None:
    index = made_of(tmp_path, make_entry("a", title="printer"))
    assert index.search(Query(code)).words.unknown_codes == (code,)
