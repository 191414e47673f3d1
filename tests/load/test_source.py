from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kb_builder.load.source import parse_source, read_source
from kb_builder.model.source import SourceFile

from .conftest import Problems

HELP_NO_FIELDS = "start the file with a line of `---`, the fields, and a line of `---`"


def parse(text: str | bytes) -> SourceFile:
    data = text.encode() if isinstance(text, str) else text
    return parse_source(data, "a.md", PurePosixPath("cases/a.md"))


@pytest.mark.parametrize(
    "data",
    [
        b"---\nid: x\n---\nbody\n",
        b"---\r\nid: x\r\n---\r\nbody\r\n",
        b"---\rid: x\r---\rbody\r",
        b"\xef\xbb\xbf---\nid: x\n---\nbody\n",
        b"---  \nid: x\n---\t\nbody\n",
    ],
    ids=["lf", "crlf", "cr", "bom", "blanks"],
)
def test_line_ends_and_byte_order_mark_make_no_difference(data: bytes) -> None:
    source = parse(data)
    assert source.fields == {"id": "x"}
    assert str(source.span("id")) == "a.md:2:5"
    assert (source.body, source.body_line, source.problems) == ("body\n", 4, ())


def test_front_matter_may_end_the_file() -> None:
    source = parse("---\nid: x\n---")
    assert (source.fields, source.body, source.body_line) == ({"id": "x"}, "", 3)


def test_a_line_of_dashes_ends_the_front_matter_even_in_a_block() -> None:
    source = parse("---\ncause: |\n  a\n---\n  b\n---\n")
    assert (source.fields, source.body) == ({"cause": "a\n"}, "  b\n---\n")


def test_nul_is_shown_as_markdown_shows_it() -> None:
    source = parse('---\ntitle: "a\\0b"\n---\nc\0d')
    assert source.fields == {"title": "a\ufffdb"}
    assert source.body == "c\ufffdd"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f"1:1: [no-front-matter] no front matter | {HELP_NO_FIELDS}"),
        ("----\na: b\n----\n", f"1:1: [no-front-matter] no front matter | {HELP_NO_FIELDS}"),
        (
            "---\na: b\n",
            "1:1: [no-front-matter] front matter is opened and not closed"
            " | end the fields with a line of `---`",
        ),
        ("---\n---\n", "1:1: [no-front-matter] the front matter is empty"),
        ("---\n# none\n---\n", "1:1: [no-front-matter] the front matter is empty"),
        (
            "---\n\n - a\n---\n",
            "3:2: [broken-front-matter] front matter is a list, not fields"
            " | write each field as `name: value`",
        ),
        (
            "---\n5\n---\n",
            "2:1: [broken-front-matter] front matter is a text, not fields"
            " | write each field as `name: value`",
        ),
    ],
)
def test_a_file_without_fields_says_what_it_has_instead(
    text: str, said: str, problems: Problems
) -> None:
    assert problems(text) == [said]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"---\na: \xc3\xbc\xfc\n", "2:5"),
        (b"---\r\na: \xfc\r\n", "2:4"),
        (b"---\ra: \xfc\r", "2:4"),
        (b"\xef\xbb\xbfa\xfc", "1:2"),
    ],
)
def test_a_byte_that_is_not_utf8_is_placed_by_characters(
    data: bytes, place: str, problems: Problems
) -> None:
    assert problems(data) == [
        f"{place}: [not-utf8] byte 0xFC is not UTF-8"
        " | save the file as UTF-8; it looks like Windows-1252"
    ]


MARKS = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"---\na: b\n---\n{MARKS}", 4),
        (f"---\na: b\n---\n```\n{MARKS}```\n", None),
        (f"---\na: b\n---\n```\n{MARKS}", 5),
        (f"---\na: b\n---\n~~~\n```\n~~~\n{MARKS}", 7),
        ("---\na: b\n---\n<<<<<<< a\n<<<<<<< b\n||||||| c\n=======\n>>>>>>> d\n", 5),
        ("---\na: b\n---\nTitle\n=======\n>>>>>>> quoted\n", None),
        ("---\na: b\n---\n<<<<<<<<\n=======\n>>>>>>>\n", None),
    ],
)  # fmt: skip
def test_a_merge_conflict_is_told_from_what_looks_like_one(text: str, line: int | None) -> None:
    found = [p.span.line for p in parse(text).problems if p.rule == "merge-conflict"]
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    "filling", ["<<<<<<< x\n", "=======\n", "```\n~~~ \n```x\n", "`" * 999 + "\n", " " * 500 + "\n"]
)
def test_five_megabytes_take_no_long_time(filling: str) -> None:
    text = "---\na: b\n---\n" + filling * (5_000_000 // len(filling))
    assert parse(text).fields == {"a": "b"}


def test_a_path_that_no_file_can_have_cannot_be_read(tmp_path: Path) -> None:
    for name, said in (("a\0b", "embedded null byte"), ("x" * 5000, "file name too long")):
        source = read_source(tmp_path, PurePosixPath(name), 100)
        assert [p.message for p in source.problems] == [f"cannot be read: {said}"]
