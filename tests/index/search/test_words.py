"""Which words count, are corrected, completed or left out."""

from __future__ import annotations

from pathlib import Path

from kb_builder.index import Query
from kb_builder.index.query import Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths, tiers


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
