"""Codes in any spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.index import Hits, Query
from kb_builder.index.query import Words
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry
from tests.index.search.known import made_of, paths, tiers


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
