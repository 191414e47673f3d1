from __future__ import annotations

from pathlib import PurePosixPath

from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span
from kb_builder.render.broken_page import broken_pages
from tests.render.made import Read, a_record


def a_source(location: str, text: str = "") -> SourceFile:
    return SourceFile(location, PurePosixPath(location), text)


def test_what_is_wrong_stands_above_the_text() -> None:
    finding = Diagnostic("broken-front-matter", "error", Span("x", 2, 1, 2, 2), "YAML: <b>")
    source = a_source("cases/<b>.md", "---\nid: <script>\n")
    (page,) = broken_pages(Content(broken=(source,)), {source.location: [finding]})
    text = Read.of(page.html).words
    assert text == (
        "cases/<b>.md This file cannot be shown as a record. "
        "line 2, column 1 error broken-front-matter YAML: <b> --- id : <script>"
    )
    assert page.title == "<b>.md"


def test_a_file_has_the_address_of_its_record_unless_that_is_taken() -> None:
    places = ["cases/mail/CASE-1.md", "cases/drive/case-1.md", "cases/a b.md", "cases/!.md"]
    content = Content(
        records=(a_record("CASE-2"),), broken=tuple(map(a_source, [*places, "cases/CASE-2.md"]))
    )
    assert [page.url for page in broken_pages(content, {})] == [
        "cases/CASE-1/",
        "cases/case-1-2/",
        "cases/a-b/",
        "cases/record/",
        "cases/CASE-2-2/",
    ]
