"""The layout of a record's file, and writing it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_builder.importers.markdown import plain, tidy
from kb_builder.importers.writer import OutsideError, record_text, write
from kb_builder.load.front_matter import PositionedYAMLHandler


def test_fields_stand_in_their_order_and_texts_in_blocks() -> None:
    fields = {"source": "x", "cause": "a\t: b ", "id": "KB-000001", "tags": (), "extra": 1}
    assert record_text(fields, "\n\nbody \n") == (
        "---\nid: KB-000001\ncause: |\n  a\t: b\nsource: x\nextra: 1\n---\n\nbody\n"
    )


@given(st.text("a \t\n\xa0#:-'\"|>\u2028", min_size=1))
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    handler = PositionedYAMLHandler()
    assert handler.load(handler.export({"cause": text, "id": "x"})) == {"cause": text, "id": "x"}


@pytest.mark.parametrize(
    "text", ["a \nb\n", "\ta\nb", "  a\n b", "\n\n a\n", "a\n \n\tb\n", "a\xa0\nb"]
)
def test_texts_of_several_lines_are_blocks_whatever_blanks_they_hold(text: str) -> None:
    assert PositionedYAMLHandler().export({"cause": text}).startswith("cause: |")


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("a  \nb", "a\\\nb"),
        ("> a   \n> b", "> a\\\n> b"),
        ("a  \n\nb  ", "a\n\nb"),
        ("a  \n- b", "a\n- b"),
        ("a  \n> b", "a\n> b"),
        ("| a |  \n| b |", "| a |\n| b |"),
        ("## a  \nb", "## a\nb"),
        ("<td>a  \nb</td>", "<td>a\nb</td>"),
        ("```\na  \nb\n```  \nc", "```\na  \nb\n```  \nc"),
    ],
)
def test_blanks_at_the_end_go_and_a_hard_break_stays_one(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_markdown_as_a_reader_sees_it() -> None:
    assert plain("**a** `b_c` \\<d> [e](f) &nbsp;g &amp; _h_ i_j") == "a b_c <d> e g & h i_j"


def test_a_file_is_written_only_where_it_differs(tmp_path: Path) -> None:
    place = PurePosixPath("a/b.md")
    assert write(tmp_path, place, "x")
    assert not write(tmp_path, place, "x")
    assert write(tmp_path, place, b"y")
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b.md"]
    with pytest.raises(OutsideError, match=r"`\.\./c\.md` leads out of the folder"):
        write(tmp_path / "a", PurePosixPath("../c.md"), "x")
