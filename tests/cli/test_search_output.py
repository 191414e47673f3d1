from __future__ import annotations

import json

import pytest

from kb_builder.cli.search_output import as_json, for_people, for_pipes, remarks
from kb_builder.index import Card, Hit, Hits, Query
from kb_builder.index.query import Count, Words

CARD = Card(
    url="cases/CASE-000183/",
    title="Repository\tfull",
    kind="case",
    path="cases/backup/CASE-000183.md",
    id="CASE-000183",
    product="Halyard Backup",
    status="Resolved",
    symptom="All jobs stopped in the night with HBK-2801.",
    resolution="Look for block files. " * 6,
    withdrawn=True,
    superseded_by="CASE-000209",
)
HIT = Hit(CARD, 9, "signature", ("HBK-2801",), ("repo01", "disk"), frozenset(["hbk-2801"]))
PAGE = Hit(Card("guide/", "A \x1b[2J page", "page", "guide.md"), 3, "any", (), (), frozenset())


@pytest.fixture(autouse=True)
def plain_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_people_get_all_that_tells_whether_a_hit_is_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert list(for_people([HIT, PAGE])) == [
        "  1  CASE-000183  Repository\\x09full  withdrawn, superseded by CASE-000209",
        "     Halyard Backup · Resolved · cases/backup/CASE-000183.md · by its signature",
        "     All jobs stopped in the night with HBK-2801.",
        "     Look for block files. Look for block files. Look for block files. Look for…",
        "     matched: HBK-2801  missing: repo01, disk",
        "",
        "  2  page  A \\x1b[2J page",
        "     guide.md",
        "",
    ]


def test_the_words_of_the_query_are_bold_and_what_helped_is_dim() -> None:
    lines = list(for_people([HIT]))
    assert lines[2] == "     All jobs stopped in the night with \x1b[1mHBK-2801\x1b[0m."
    assert lines[3].startswith("     \x1b[2mLook for block files.")


def test_a_long_query_is_named_in_part() -> None:
    words = tuple(f"w{number}" for number in range(1014))
    hit = Hit(PAGE.card, 1, "any", words, (), frozenset())
    assert list(for_people([hit]))[2].endswith("w10, w11, and 1,002 more")


def test_a_pipe_gets_a_line_of_fields() -> None:
    assert list(for_pipes([HIT, PAGE])) == [
        "CASE-000183\tRepository\\x09full\tcases/backup/CASE-000183.md",
        "page\tA \\x1b[2J page\tguide.md",
    ]


def test_what_became_of_the_query_is_said_a_line_each() -> None:
    words = Words(
        searched=("certifcate", "NDR"),
        masked=("10.0.0.7", "\x1b12:30"),
        unknown=("zyxwv",),
        unknown_codes=("HBK-9999",),
        corrected={"certifcate": "certificate"},
        completed={"expi": "expired"},
        synonyms={"NDR": ("bounce", "non-delivery report")},
        left_out=1200,
    )
    answer = Hits((HIT,), 1200, words, {"kind": "case", "product": "Halyard Backup"})
    assert list(remarks(answer)) == [
        "1,200 hits, the best 1 shown",
        "narrowed to kind `case`, product `Halyard Backup`",
        "searched `certificate` for `certifcate`",
        "searched `expired` for `expi`",
        "searched `bounce`, `non-delivery report` besides `NDR`",
        "no record has the code HBK-9999",
        "not in any record: zyxwv",
        "ignored, as they differ from case to case: 10.0.0.7, \\x1b12:30",
        "not searched, as the text is long: 1,200 more words",
    ]
    assert list(remarks(Hits((), 0, Words(unknown_codes=("A-1", "B-2"))))) == [
        "0 hits",
        "no record has the codes A-1, B-2",
    ]


@pytest.mark.parametrize("name", ["searched", "masked", "unknown", "unknown_codes", ""])
def test_a_text_without_words_is_said_only_of_such(name: str) -> None:
    said = "the text has no word that tells records apart" in [
        *remarks(Hits((), 0, Words(**{name: ("x",)} if name else {})))  # type: ignore[arg-type]
    ]
    assert said == (not name)
    assert list(remarks(Hits((HIT,), 1))) == ["1 hit"]
    assert list(remarks(Hits((), 0, filters={"kind": "case"}))) == [
        "0 hits",
        "narrowed to kind `case`",
    ]


def test_filters_that_nothing_passes_are_told_from_those_that_narrow() -> None:
    answer = Hits(
        (),
        0,
        filters={"root_cause": "Mial", "kind": "case", "year": "\x1b"},
        unknown_filters={"root_cause": "Mail", "year": ""},
    )
    assert list(remarks(answer)) == [
        "0 hits",
        "narrowed to kind `case`",
        "no record has the root cause `Mial`; did you mean `Mail`?",
        "no record has the year `\\x1b`",
    ]


def test_json_has_all_of_it() -> None:
    facets = {"kind": (Count("case", 1),), "year": ()}
    answer = Hits((HIT,), 1, Words(corrected={"a": "b"}), {"kind": "case"}, facets=facets)
    value = json.loads(as_json(Query("a"), answer))
    assert list(value) == [
        "text",
        "found",
        "words",
        "filters",
        "unknown_filters",
        "facets",
        "hits",
    ]
    assert (value["text"], value["found"], value["filters"]) == ("a", 1, {"kind": "case"})
    assert (value["words"]["corrected"], value["words"]["unknown"]) == ({"a": "b"}, [])
    assert value["facets"] == {"kind": [{"value": "case", "count": 1}], "year": []}
    (hit,) = value["hits"]
    assert (hit["id"], hit["superseded_by"], hit["score"]) == ("CASE-000183", "CASE-000209", 9)
    assert (hit["tier"], hit["matched"], hit["missing"]) == (
        "signature",
        ["HBK-2801"],
        ["repo01", "disk"],
    )
