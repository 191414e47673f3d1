"""Whatever a record file holds, loading and checking it ends well."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb_builder.check import check
from kb_builder.load import load_content
from kb_builder.model.fields import FIELDS

SCRAPS = st.sampled_from(
    [
        *(f"{field.name}: " for field in FIELDS),
        *("---\n", "\n", "  ", "\t", "- ", "|\n", ">-\n", "'", '"', "[", "]", "{", "}", "? ", ": "),
        *("case", "on", "1:30", "~", "2026-03-04", "2026-02-30 10:00", "&a ", "*a", "!!x ", "<<: "),
        *("<<<<<<< a\n", "=======\n", ">>>>>>> a\n", "```\n", "[a](b.md)", "![", "](", "see above"),
        *("\0", "\ufeff", "\u2028", "\x85", "\r", "\r\n", "😀", "\ud800", "日本", "\x0c"),
    ]
)
TEXTS = st.lists(SCRAPS | st.text(max_size=5), max_size=40).map("".join)


def check_file(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "cases", "a.md")
        record.parent.mkdir()
        record.write_bytes(data)
        found = check(load_content(Path(folder)))
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in found:
        span = diagnostic.span
        if span.path.endswith("a.md"):
            assert 1 <= span.line <= span.end_line <= len(lines), diagnostic
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1, diagnostic
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, diagnostic


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_as_fields_is_checked_without_an_exception(text: str) -> None:
    check_file(f"---\n{text}\n---\n{text}".encode("utf-8", "surrogatepass"))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_text_as_a_file_is_checked_without_an_exception(text: str) -> None:
    check_file(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe-\0-\0-\0\n\0")
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_checked_without_an_exception(data: bytes) -> None:
    check_file(data)


@given(st.sampled_from(FIELDS), TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_value_of_a_field_is_checked_without_an_exception(field: object, text: str) -> None:
    name = getattr(field, "name", "")
    check_file(f"---\nkind: case\n{name}: {text}\n---\n".encode("utf-8", "replace"))
