"""The page that tells writers which fields a record has, made from the fields themselves."""

from __future__ import annotations

from kb_builder.check.examples import example_text
from kb_builder.check.rule import Example
from kb_builder.model.fields import FIELDS, KINDS, Field
from kb_builder.render import urls
from kb_builder.render.highlight import highlight
from kb_builder.render.markdown import inline
from kb_builder.render.page import Heading, Page
from kb_builder.render.templates import render_template

_TYPES = {
    "text": "text",
    "markdown": "Markdown",
    "date": "date, `2026-11-24`",
    "minutes": "whole number",
    "texts": "list of texts",
    "dates": "list of dates",
    "mapping": "mapping",
}


def field_page() -> Page:
    rows = []
    for field in FIELDS:
        rows.append(_row(field, ""))
        rows += [_row(inner, f"{field.name}.") for inner in field.fields]
    examples = [(kind, highlight(str(example_text(Example(kind=kind))), "yaml")) for kind in KINDS]
    headings = tuple(
        Heading(2, name, text)
        for name, text in (
            ("table", "All fields"),
            *((kind, f"A complete {kind}") for kind in KINDS),
        )
    )
    html = render_template("fields.html", rows=rows, examples=examples)
    return Page(urls.FIELDS, "Fields of a record", html, headings=headings)


def _row(field: Field, above: str) -> dict[str, str]:
    return {
        "name": f"{above}{field.name}",
        "type": inline(_TYPES[field.type]),
        "kinds": "all" if field.kinds == KINDS else ", ".join(field.kinds),
        "required": "yes" if field.required else "",
        "meaning": inline(field.meaning),
    }
