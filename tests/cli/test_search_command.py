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
        0, LINE, "1 hit\nnot in any record: AADSTS99999\n"
    )


def test_nothing_found_is_said(kb: Kb) -> None:
    assert kb("search", "zyxwv") == Ended(0, "", "0 hits\nnot in any record: zyxwv\n")


def test_a_change_of_the_content_is_found_at_once(kb: Kb) -> None:
    assert kb("search", "zebra").out == ""
    write_example(Example(body="\nzebra\n"), Path("content"))
    assert kb("search", "zebra").out == LINE


def test_more_hits_than_shown_are_counted(kb: Kb) -> None:
    write_example(Example(kind="collaboration"), Path("content"))
    ended = kb("search", "-n", "1", "HID50011")
    assert (ended.out, ended.err) == (LINE, "2 hits, the best 1 shown\n")


def test_filters(kb: Kb) -> None:
    assert kb("search", "HID50011", "--kind", "article").out == ""
    assert kb("search", "HID50011", "--product", "Halyard Mail").out == LINE


def test_json_has_the_hits_with_their_cards(kb: Kb) -> None:
    ended = kb("search", "--json", "HID50011", "zyxwv")
    answer = json.loads(ended.out)
    assert ended.err == ""
    assert (answer["text"], answer["found"], answer["unknown"]) == ("HID50011 zyxwv", 1, ["zyxwv"])
    (hit,) = answer["hits"]
    assert (hit["id"], hit["matched"], hit["score"] > 0) == ("CASE-000417", ["HID50011"], True)


@pytest.mark.parametrize("pasted", [b"HID50011 pasted", b"\xff\xfe HID50011\x00\x1b[2J"])
def test_a_dash_reads_standard_input_whatever_it_holds(
    kb: Kb, monkeypatch: pytest.MonkeyPatch, pasted: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    assert kb("search", "-").out == LINE


@pytest.mark.parametrize("text", ["...", "\udc80", "the"])
def test_a_text_without_words_finds_nothing(kb: Kb, text: str) -> None:
    assert kb("search", text) == Ended(0, "", "0 hits\n")


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
        "     matched: HID50011\n\n"
    )


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_text_is_wrong_use(kb: Kb, text: str) -> None:
    ended = kb("search", text)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("Error: there is nothing to search for: TEXT is empty\n")
