"""In a preview, the page of a file of which no record came: what is wrong, beside its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.source import SourceFile
from kb_builder.render.highlight import highlight
from kb_builder.render.page import Page
from kb_builder.render.templates import render_template

_MOST_LINES = 200


def broken_url(source: SourceFile) -> str:
    stem = re.sub(r"[^\w.-]+", "-", source.location.with_suffix("").as_posix())
    return f"broken/{stem.strip('.-')}/"


def broken_page(source: SourceFile, findings: Sequence[Diagnostic]) -> Page:
    text = "\n".join(source.lines[:_MOST_LINES])
    html = render_template(
        "broken.html",
        file=source.location.as_posix(),
        findings=findings,
        text=Markup(highlight(text, "yaml")),  # noqa: S704 - escaped by the highlighter
    )
    return Page(
        broken_url(source),
        source.location.name,
        html,
        source=source.location,
        hide=("navigation", "toc"),
    )
