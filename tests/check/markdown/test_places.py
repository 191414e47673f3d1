from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kb_builder.check.markdown.places import Places
from kb_builder.load.record import load_record
from kb_builder.load.source import parse_source


@pytest.mark.parametrize(
    ("file", "field", "place"),
    [
        ("---\ncause: an x here\n---\n", "cause", "2:11-2:12"),
        ('---\ncause: "an x here"\n---\n', "cause", "2:12-2:13"),
        ("---\ncause: |\n  a line\n  an x here\n---\n", "cause", "4:6-4:7"),
        ("---\ncause: >-\n  a line\n  an x here\n---\n", "cause", "4:6-4:7"),
        ('---\ncause: "a \\"quoted\\" x here"\n---\n', "cause", "2:22-2:23"),
        ("---\ncause: none\n---\n\na line\nan x here\n", "body", "6:4-6:5"),
    ],
)
def test_a_stretch_of_a_text_is_found_in_its_file(file: str, field: str, place: str) -> None:
    source = parse_source(file.encode(), "a.md", PurePosixPath("a.md"))
    record = load_record(source, source.fields or {}, "a")
    text = record.markdown()[field]
    at = text.index(" x ") + 1
    span = Places(record, field, text).span(at, at + 1)
    assert f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" == place


def test_a_phrase_over_a_line_end_is_placed_on_its_first_line() -> None:
    source = parse_source(b"---\ncause: |\n  see\n  email\n---\n", "a.md", PurePosixPath("a.md"))
    record = load_record(source, source.fields or {}, "a")
    span = Places(record, "cause", record.cause).span(0, len("see\nemail"))
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 3, 3, 6)


def test_the_same_target_is_placed_where_each_stands() -> None:
    source = parse_source(b"---\ncause: x `x` x\n---\n", "a.md", PurePosixPath("a.md"))
    record = load_record(source, source.fields or {}, "a")
    assert Places(record, "cause", record.cause).span(6, 7).column == 14
