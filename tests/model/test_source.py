from __future__ import annotations

from pathlib import PurePosixPath

from kb_builder.load.source import parse_source
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

TEXT = "---\ncause: |\n  😀 a b\n  a\ntags: [c]\nempty:\n---\nbody a\na\n"
SOURCE = parse_source(TEXT.encode(), "a.md", PurePosixPath("a.md"))


def test_a_value_that_is_not_there_is_placed_at_its_key_its_parent_or_line_1() -> None:
    assert str(SOURCE.span("tags", 0)) == "a.md:5:8"
    assert str(SOURCE.span("tags", 7)) == "a.md:5:7"
    assert SOURCE.span("empty") == Span("a.md", 6, 1, 6, 6)
    assert SOURCE.span("none") == Span("a.md", 1, 1, 1, 4)
    assert SourceFile("b.md", PurePosixPath("b.md"), text="abc").span("x") == Span(
        "b.md", 1, 1, 1, 4
    )


def test_a_key_has_a_place_of_its_own() -> None:
    assert SOURCE.key_span("cause") == Span("a.md", 2, 1, 2, 6)


def test_a_phrase_is_placed_by_its_occurrence_in_the_value() -> None:
    assert SOURCE.span_in(("cause",), "a") == Span("a.md", 3, 5, 3, 6)
    assert SOURCE.span_in(("cause",), "a", 1) == Span("a.md", 4, 3, 4, 4)
    assert SOURCE.span_in(("cause",), "a", 2) == SOURCE.span("cause")
    assert str(SOURCE.span_in(("cause",), "a b")) == "a.md:3:5"
    assert SOURCE.span_in(("cause",), "none") == SOURCE.span("cause")
