from __future__ import annotations

import time

import pytest

from kb_builder.check.markdown.links import links_in
from kb_builder.check.phrases import placeholders, references_elsewhere


def targets(text: str) -> list[str]:
    return [f"!{link.target}" if link.is_image else link.target for link in links_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](x.md)", ["x.md"]),
        ("[a](x.md \"title\") [b](y.md 't') [c](z.md (t))", ["x.md", "y.md", "z.md"]),
        ("[a](<with blank.md>)", ["with blank.md"]),
        ("[a](f_(1).md) [b](g\\).md)", ["f_(1).md", "g).md"]),
        ("[a](with blank.md)", []),
        ("[a](\n  wrapped.md)", ["wrapped.md"]),
        ("![p](p.png)", ["!p.png"]),
        ("[![in](p.png)](out.md)", ["!p.png", "out.md"]),
        ("[a [b] c](x.md)", ["x.md"]),
        (r"\[a](x.md) [a\](y.md)", []),
        ("`[a](x.md)`\n\n    [b](y.md)\n\n```\n[c](z.md)\n```", []),
        ("<!-- [a](x.md) -->", []),
        ("[a][l]\n\n[l]: x.md 'title'", ["x.md"]),
        ("![a][L]\n\n[l]: <x y.png>", ["!x y.png"]),
        ("![l]\n\n[l]: x.png", ["!x.png"]),
        ("[^1]: a footnote", []),
        ("[Note]: something happened", []),
        ('<a class="b" href="x.md">a</a> <img alt=b src=p.png>', ["x.md", "!p.png"]),
        ('<img data-src="p.png"> <abbr href="x">', []),
        ("[a](x&amp;y.md) <a href='x&amp;z.md'>", ["x&y.md", "x&z.md"]),
        ("[a]()", [""]),
    ],
)
def test_the_targets_of_links_and_pictures_are_found(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_a_link_knows_where_its_target_is_written() -> None:
    text = "x.md, [x.md](x.md) and [b](<y\\_z.md>)"
    assert [text[link.start : link.end] for link in links_in(text)] == ["x.md", "y\\_z.md"]
    assert links_in(text)[0].start == 13


@pytest.mark.parametrize(
    "piece",
    [
        "[", "![", "[a](", "[a](<", '[a](b "', "[a](b   ", "[a](((", "[a]: b\n", "[a\\", "`a``b```",
        "<a href ", "<!--", "- ", "> ", " \n", "    ", "see the ", "details ", "further ", "* _ ",
        "TODO ", "<describe ",
    ],
)  # fmt: skip
def test_hostile_text_is_read_in_time_that_grows_with_its_length_only(piece: str) -> None:
    start = time.perf_counter()
    text = piece * (100_000 // len(piece))
    links_in(text)
    list(placeholders(text))
    list(references_elsewhere(text))
    assert time.perf_counter() - start < 2, "quadratic would be minutes"
