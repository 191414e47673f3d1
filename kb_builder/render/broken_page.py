"""In a preview, the page of a file of which no record came: what is wrong, beside its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from kb_builder.load.content import slug_of
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.source import SourceFile
from kb_builder.render import urls
from kb_builder.render.highlight import highlight
from kb_builder.render.links import relative_url
from kb_builder.render.page import Page
from kb_builder.render.templates import render_template

_MOST_LINES = 200


def broken_pages(
    content: Content, findings: Mapping[PurePosixPath, Sequence[Diagnostic]]
) -> Iterator[Page]:
    """A page a file, where the record's own would be if the file is named for its id."""
    taken = {record.slug.casefold(): 1 for record in content.records}
    for source in content.broken:
        url = f"cases/{slug_of(None, source.location, taken)}/"
        yield _broken_page(url, source, findings.get(source.location, ()))


def _broken_page(url: str, source: SourceFile, findings: Sequence[Diagnostic]) -> Page:
    text = "\n".join(source.lines[:_MOST_LINES])
    html = render_template(
        "broken.html",
        file=source.location.as_posix(),
        findings=findings,
        rules_href=relative_url(url, urls.RULES),
        text=Markup(highlight(text, "yaml")),  # noqa: S704 - escaped by the highlighter
    )
    return Page(
        url,
        source.location.name,
        html,
        source=source.location,
        hide=("navigation", "toc"),
    )
