from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.conftest import Ended, Kb

TITLE = "Sign-in to Halyard Mail on the web fails with HID50011 after a change of address"
LINE = f"CASE-000417\t{TITLE}\tcases/CASE-000417.md\n"


def test_a_hit_is_a_line_of_fields_in_a_pipe(kb: Kb) -> None:
    assert kb("search", "HID50011", "AADSTS99999") == Ended(
        0, LINE, "1 hit\nno record has the code AADSTS99999\n"
    )


def test_nothing_found_is_said(kb: Kb) -> None:
    assert kb("search", "zyxwv") == Ended(0, "", "0 hits\nnot in any record: zyxwv\n")


def test_what_became_of_the_words_is_said(kb: Kb) -> None:
    write_example(
        Example(files={"taxonomy/synonyms.txt": "webmail = Halyard Mail on the web\n"}),
        Path("content"),
    )
    ended = kb("search", "adress", "webmail", "10.20.30.40 12:33")
    assert (ended.out, ended.err.splitlines()) == (
        LINE,
        [
            "1 hit",
            "searched `address` for `adress`",
            "searched `Halyard Mail on the web` besides `webmail`",
            "ignored, as they differ from case to case: 10.20.30.40, 12:33",
        ],
    )


def test_a_change_of_the_content_is_found_at_once(kb: Kb) -> None:
    assert kb("search", "zebra").out == ""
    write_example(Example(body="\nzebra\n"), Path("content"))
    assert kb("search", "zebra").out == LINE


def test_more_hits_than_shown_are_counted(kb: Kb) -> None:
    write_example(Example(kind="collaboration"), Path("content"))
    ended = kb("search", "-n", "1", "HID50011")
    assert (ended.out, ended.err) == (LINE, "2 hits, the best 1 shown\n")


@pytest.mark.parametrize(
    ("option", "passed", "not_passed"),
    [
        ("kind", "case", "article"),
        ("product", "halyard mail", "Halyard Drive"),
        ("root-cause", "Identity > Sign-in", "Identity > Sign-in > Token cache"),
        ("status", "Resolved", "Duplicate"),
        ("year", "2026", "2025"),
        ("closed", ">=2026-03", "<2026-03-06"),
    ],
)
def test_filters(kb: Kb, option: str, passed: str, not_passed: str) -> None:
    assert kb("search", "HID50011", f"--{option}", passed).out == LINE
    assert kb("search", "HID50011", f"--{option}", not_passed).out == ""


@pytest.mark.parametrize(
    "closed",
    [
        "last week",
        "2026-13",
        ">=2026-00",
        "2026-01-32",
        "<2026-01-00",
        "2025..2026-13",
        "2026..2025",
        "2026-03..2026-02-28",
        "2026-03-02..2026-02",
    ],
)
def test_a_date_that_is_none_is_wrong_use(kb: Kb, closed: str) -> None:
    ended = kb("search", "x", "--closed", closed)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith(
        f"Error: --closed: `{closed}` is not like 2026-03, >=2026-03-15 or 2025..2026-06\n"
    )


@pytest.mark.parametrize(
    "closed", ["2026-12-31", "2026..2026", "2026-03..2026", "2026..2026-03-31", "2025-12..2026-01"]
)
def test_a_date_or_a_range_of_any_length_is_none_to_refuse(kb: Kb, closed: str) -> None:
    assert kb("search", "x", "--closed", closed).code == 0


def test_filters_alone_list_all_that_pass(kb: Kb) -> None:
    assert kb("search", "--product", "halyard mail") == Ended(
        0, LINE, "1 hit\nnarrowed to product `Halyard Mail`\n"
    )
    answer = json.loads(kb("search", "--root-cause", "Identity", "--json").out)
    assert (answer["text"], answer["found"]) == ("", 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--product", "Nope"], "no record has the product `Nope`"),
        (["--product", "Halyrd Mail"], "product `Halyrd Mail`; did you mean `Halyard Mail`?"),
        (["--year", "abc"], "no record has the year `abc`"),
        (["--status", "resolvd"], "no record has the status `resolvd`; did you mean `Resolved`?"),
        (["--kind", "page"], "no record has the kind `page`"),
        (["--root-cause", "Nope\x1b"], "no record has the root cause `Nope\\x1b`"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_said(kb: Kb, arguments: list[str], said: str) -> None:
    for text in ([], ["HID50011"]):
        ended = kb("search", *text, *arguments)
        first, second = ended.err.splitlines()
        assert (ended.code, ended.out, first) == (0, "", "0 hits")
        assert second == f"no record has the {said.removeprefix('no record has the ')}"
    answer = json.loads(kb("search", "--json", *arguments).out)
    assert list(answer["unknown_filters"]) == [arguments[0][2:].replace("-", "_")]


def test_a_filter_in_the_text_is_said(kb: Kb) -> None:
    assert kb("search", 'HID50011 product:"halyard mail"') == Ended(
        0, LINE, "1 hit\nnarrowed to product `Halyard Mail`\n"
    )


def test_json_has_the_hits_with_their_cards(kb: Kb) -> None:
    ended = kb("search", "--json", "HID50011", "zyxwv", "--year", "2026")
    answer = json.loads(ended.out)
    assert ended.err == ""
    assert (answer["text"], answer["found"]) == ("HID50011 zyxwv", 1)
    assert answer["words"]["unknown"] == ["zyxwv"]
    assert answer["filters"] == {"year": "2026"}
    assert answer["facets"]["product"] == [{"value": "Halyard Mail", "count": 1}]
    (hit,) = answer["hits"]
    assert (hit["id"], hit["matched"], hit["score"] > 0) == ("CASE-000417", ["HID50011"], True)


@pytest.mark.parametrize("pasted", [b"HID50011 pasted", b"\xff\xfe HID50011\x00\x1b[2J"])
def test_a_dash_reads_standard_input_whatever_it_holds(
    kb: Kb, monkeypatch: pytest.MonkeyPatch, pasted: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    assert kb("search", "-").out == LINE


def test_a_dash_takes_no_other_words(kb: Kb) -> None:
    for words in (["-", "mail"], ["mail", "-"], ["--", "-", "-"]):
        ended = kb("search", *words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.endswith(
            "Error: `-` reads TEXT from standard input and takes no other words; leave them out, "
            "or put quotes around the whole TEXT to search for them\n"
        )
    assert kb("search", "- HID50011").out == LINE


@pytest.mark.parametrize(
    "arguments",
    [
        ["-2147024891"],
        ["error", "-2147024891", "-n", "5"],
        ["--year", "2026", "-2147024891"],
        ["--json", "-2147024891"],
        ["--", "-2147024891"],
        ["-2147024891 (access\ndenied)"],
    ],
)
def test_a_negative_number_is_text(kb: Kb, arguments: list[str]) -> None:
    write_example(Example(body="\n0x80070005\n"), Path("content"))
    ended = kb("search", *arguments)
    assert (ended.code, "CASE-000417" in ended.out) == (0, True)
    if "--json" in arguments:
        assert json.loads(ended.out)["text"] == "-2147024891"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "-n", "-5"], "Invalid value for '-n' / '--limit': -5 is not in the range"),
        (["x", "-n-5"], "Invalid value for '-n' / '--limit': -5 is not in the range"),
        (["x", "--limit", "-5"], "Invalid value for '-n' / '--limit': -5 is not in the range"),
        (["-0x80070005"], "No such option '-0'"),
        (["-5x"], "No such option '-5'"),
        (["-q"], "No such option '-q'"),
        (["--5"], "No such option '--5'"),
    ],
)
def test_other_options_that_there_are_none_of_are_wrong_use(
    kb: Kb, arguments: list[str], said: str
) -> None:
    ended = kb("search", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert f"Error: {said}" in ended.err


@pytest.mark.parametrize("text", ["!!!", "\udc80", "the"])
def test_a_text_without_words_finds_nothing(kb: Kb, text: str) -> None:
    assert kb("search", text) == Ended(
        0, "", "0 hits\nthe text has no word that tells records apart\n"
    )


def test_a_damaged_index_is_made_anew(kb: Kb, site: Path) -> None:
    kb("search", "HID50011")
    (toc,) = (site / ".kb").rglob("*.toc")
    toc.write_bytes(b"\x80\x04damaged")
    assert kb("search", "HID50011").out == LINE
    shutil.rmtree(toc.parent)
    assert kb("search", "HID50011").out == LINE


def test_without_mkdocs_yml_it_says_where_to_go(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("search", "x") == Ended(
        2,
        "",
        "kb: no mkdocs.yml here; go to the folder that has one, or name it with --config-file\n",
    )


def test_a_terminal_gets_the_symptom_and_no_control_characters(
    kb: Kb, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example(Example(fields='title: "a \\e[2J title HID50011"'), Path("content"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert kb("search", "HID50011").out == (
        "  1  CASE-000417  a \\x1b[2J title HID50011\n"
        "     Halyard Mail · Resolved · cases/CASE-000417.md\n"
        "     Signing in to Halyard Mail on the web ends with HID50011: the reply address does "
        "not match. It happens in every browser, for every user of the tenant.\n"
        "     1. Open Halyard Identity, Applications, Halyard Mail. 2. Replace the reply…\n"
        "     matched: HID50011\n\n"
    )


def batch(*lines: object) -> str:
    """A file of queries, by its name."""
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    Path("queries.jsonl").write_text(text, encoding="utf-8")
    return "queries.jsonl"


def test_a_batch_writes_a_line_of_hits_for_each_query(kb: Kb) -> None:
    queries = batch({"qid": "ö", "text": "HID50011"}, {"qid": 7, "text": "zyxwv"})
    ended = kb("search", "--batch", queries, "--out", "run.jsonl")
    assert ended == Ended(0, "", "")
    found, nothing = map(json.loads, Path("run.jsonl").read_text().splitlines())
    assert nothing == {"qid": 7, "hits": []}
    assert found["qid"] == "ö"
    assert [(hit["id"], hit["source"]) for hit in found["hits"]] == [("CASE-000417", "")]
    assert kb("search", "--batch", queries, "--out", "-").out == Path("run.jsonl").read_text()


def test_a_batch_can_be_narrowed_and_read_from_standard_input(
    kb: Kb, monkeypatch: pytest.MonkeyPatch
) -> None:
    for option, value, count in (("--year", "2026", 1), ("--year", "2025", 0)):
        data = io.BytesIO(b'{"qid": 1, "text": "HID50011"}')
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
        ended = kb("search", "--batch", "-", "--out", "-", option, value)
        assert len(json.loads(ended.out)["hits"]) == count


def test_a_filter_that_nothing_in_a_batch_can_pass_is_said(kb: Kb) -> None:
    queries = batch({"qid": 1, "text": "HID50011"})
    ended = kb("search", "--batch", queries, "--out", "-", "--product", "Halyard Mial")
    assert ended == Ended(
        0,
        '{"qid": 1, "hits": []}\n',
        "no record has the product `Halyard Mial`; did you mean `Halyard Mail`?\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_a_full_disk_is_no_bug(kb: Kb) -> None:
    queries = batch({"qid": 1, "text": "HID50011"})
    assert kb("search", "--batch", queries, "--out", "/dev/full") == Ended(
        2, "", "kb: No space left on device\n"
    )


def test_a_line_that_is_no_query_stops_a_batch_before_it_starts(kb: Kb, site: Path) -> None:
    queries = batch({"qid": 1, "text": "x"}, '{"qid": 2}')
    assert kb("search", "--batch", queries, "--out", "run.jsonl") == Ended(
        2, "", "kb: queries.jsonl:2: `text` is missing\n"
    )
    assert not (site / "run.jsonl").exists() and not (site / ".kb").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--batch", "queries.jsonl"],
        ["--out", "run.jsonl", "text"],
        ["--batch", "queries.jsonl", "--out", "run.jsonl", "text"],
        ["--batch", "queries.jsonl", "--out", "run.jsonl", "--json"],
    ],
)
def test_a_batch_takes_two_files_and_no_text(kb: Kb, arguments: list[str]) -> None:
    batch()
    ended = kb("search", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("Error: --batch takes --out, and neither TEXT nor --json\n")


def test_without_a_text_it_says_so(kb: Kb) -> None:
    for arguments in ([], ["--product", ""], ["--json"]):
        ended = kb("search", *arguments)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.endswith("Error: there is nothing to search for: give TEXT, or a filter\n")


@pytest.mark.parametrize("arguments", [[""], ["  \n"], ["", "--product", "Halyard Mail"]])
def test_an_empty_text_is_wrong_use(kb: Kb, arguments: list[str]) -> None:
    ended = kb("search", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("Error: there is nothing to search for: TEXT is empty\n")
