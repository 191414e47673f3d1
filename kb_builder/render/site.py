"""All pages that are not written as Markdown pages by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.render.broken_page import broken_pages
from kb_builder.render.catalog import catalog
from kb_builder.render.field_page import field_page
from kb_builder.render.list_pages import list_pages
from kb_builder.render.new_file import NewFile
from kb_builder.render.page import Page
from kb_builder.render.record_page import record_page
from kb_builder.render.rule_pages import rule_pages
from kb_builder.render.write_page import write_page


def pages(
    content: Content,
    findings: Mapping[PurePosixPath, Sequence[Diagnostic]] | None = None,
    new: NewFile | None = None,
) -> Iterator[Page]:
    """Every generated page.

    `findings`, by file, are shown on the records' pages, and files that are broken get a page too:
    that is for a writer's preview. Where they are None, the pages are those to publish. `new` is
    where the git host takes new files.
    """
    shelves = catalog(content)
    broken = [] if findings is None else list(broken_pages(content, findings))
    yield from list_pages(content, shelves, broken)
    yield from rule_pages(content)
    yield field_page()
    yield write_page(content, new)
    for record in content.records:
        yield record_page(record, content, shelves, (findings or {}).get(record.file.location, ()))
    yield from broken
