from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.load.source import parse_source

HANDLER = PositionedYAMLHandler()

# Without what YAML or the reading of line ends changes, and with what is easily got wrong.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029")
TEXTS = st.text(CHARACTERS | st.sampled_from(" \t\n-#:|>'\"{}[]&*!%@`,?😀"), max_size=40)
DAYS = st.dates(min_value=date(1000, 1, 1))
NAMES = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
VALUES = TEXTS | DAYS | st.integers() | st.booleans() | st.lists(TEXTS | DAYS, max_size=4)
FIELDS = st.dictionaries(NAMES, VALUES | st.dictionaries(NAMES, TEXTS | DAYS), min_size=1)


@given(FIELDS)
@settings(max_examples=200, deadline=None)
def test_what_is_exported_is_loaded_again(fields: dict[str, object]) -> None:
    text = f"---\n{HANDLER.export(fields)}\n---\n"
    source = parse_source(text.encode(), "a.md", PurePosixPath("a.md"))
    assert source.problems == ()
    assert source.fields == fields


@given(st.dictionaries(NAMES, st.from_regex(r"[a-zé😀][a-zé😀 ]{0,30}[a-z]", fullmatch=True)))
@settings(max_examples=200, deadline=None)
def test_the_span_of_a_plain_text_holds_that_text(fields: dict[str, str]) -> None:
    text = f"---\n{HANDLER.export(dict(fields))}\n---\n"
    source = parse_source(text.encode(), "a.md", PurePosixPath("a.md"))
    for name, value in fields.items():
        span, key = source.span(name), source.key_span(name)
        cut = source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        assert span.line == span.end_line
        assert cut.strip("'") == value
        assert source.lines[key.line - 1][key.column - 1 : key.end_column - 1].strip("'") == name


@given(
    st.text(st.sampled_from("-ab: \n\t") | CHARACTERS),
    st.text(st.sampled_from("-ab: \n\t") | CHARACTERS),
)
@settings(max_examples=300, deadline=None)
def test_splitting_and_joining_loses_nothing(first: str, second: str) -> None:
    text = f"---\n{first}\n---\n{second}"
    front_matter, body = HANDLER.split(text)
    assert f"---\n{front_matter}---\n{body}" == text or "---" in first


def test_a_text_that_does_not_start_with_front_matter_is_not_split() -> None:
    for text in ("", "a\n---\nb: c\n---\n", "---\na: b\n", "----\na: b\n----\n", "---"):
        with pytest.raises(ValueError, match="no front matter"):
            HANDLER.split(text)


def test_python_frontmatter_reads_files_by_it() -> None:
    post = frontmatter.loads("---\na: b\n---\nbody\n", handler=HANDLER)
    assert (post.metadata, post.content) == ({"a": "b"}, "body")


def test_texts_of_several_lines_are_exported_as_blocks_and_lists_indented() -> None:
    fields = {"cause": "a \n\tb\n", "tags": ["c", "1"], "on": date(2026, 3, 4)}
    assert HANDLER.export(fields) == (
        "cause: |\n  a \n  \tb\ntags:\n  - c\n  - '1'\non: 2026-03-04"
    )


def test_the_name_on_is_exported_without_quotes_and_the_value_with_them() -> None:
    fields = {"confirmation": {"on": "on"}, "tags": ["on", "off"]}
    exported = HANDLER.export(fields)
    assert exported == "confirmation:\n  on: 'on'\ntags:\n  - 'on'\n  - 'off'"
    assert HANDLER.load(exported) == fields
