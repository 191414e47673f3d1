from __future__ import annotations

from pathlib import PurePosixPath

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span
from kb_builder.render.broken_page import broken_pages
from tests.render.made import Read


def a_source(location: str, text: str = "") -> SourceFile:
    return SourceFile(location, PurePosixPath(location), text)


def test_what_is_wrong_stands_above_the_text() -> None:
    finding = Diagnostic("broken-front-matter", "error", Span("x", 2, 1, 2, 2), "YAML: <b>")
    source = a_source("cases/<b>.md", "---\nid: <script>\n")
    (page,) = broken_pages([source], {source.location: [finding]})
    text = Read.of(page.html).words
    assert text == (
        "cases/<b>.md This file cannot be shown as a record. "
        "line 2, column 1 error broken-front-matter YAML: <b> --- id : <script>"
    )
    assert page.title == "<b>.md"


def test_files_with_names_that_are_alike_have_pages_of_their_own() -> None:
    places = ["cases/a b.md", "cases/a-b.md", "cases/a/b.md", "cases/A-B.md", "cases/!.md"]
    assert [page.url for page in broken_pages(map(a_source, places), {})] == [
        "broken/cases-a-b/",
        "broken/cases-a-b-2/",
        "broken/cases-a-b-3/",
        "broken/cases-a-b-4/",
        "broken/cases/",
    ]
