from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kb_builder.model.markdown_page import page_title, page_url, sections
from kb_builder.model.source import SourceFile


def page(body: str, **fields: object) -> SourceFile:
    return SourceFile("a/b.md", PurePosixPath("a/b.md"), fields=fields, body=body)


def test_sections_reach_to_the_next_heading_and_know_their_anchor() -> None:
    found = sections(page("intro\n# One two\na\n## Übung { #own .x }\n```\n# code\n```\nb\n"))
    assert [(s.level, s.title, s.anchor, s.text) for s in found] == [
        (1, "One two", "one-two", "\na\n"),
        (2, "Übung", "own", "\n```\n# code\n```\nb\n"),
    ]


def test_the_title_is_given_or_the_first_heading_or_the_name_of_the_file() -> None:
    assert page_title(page("# A", title="B")) == "B"
    assert page_title(page("# A")) == "A"
    assert page_title(page("a")) == "b"


@pytest.mark.parametrize(
    ("location", "url"), [("a/b.md", "a/b/"), ("a/index.md", "a/"), ("README.md", "")]
)
def test_the_address_is_where_mkdocs_places_the_page(location: str, url: str) -> None:
    assert page_url(PurePosixPath(location)) == url
