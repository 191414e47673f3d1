"""The templates of our own pages, and where they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import kb_builder


def templates_folder() -> Path:
    """`site_templates`: inside the installed package, or beside it in a working tree."""
    package = Path(kb_builder.__file__).parent
    installed = package / "site_templates"
    return installed if installed.is_dir() else package.parent / "site_templates"


def render_template(name: str, **values: Any) -> str:
    """The page template `name`, filled; every value is escaped that is not Markup."""
    return _environment().get_template(name).render(**values)


def code_spans(text: str) -> Markup:
    """A message as HTML: what stands in backticks is code, and nothing else is markup."""
    pieces = re.split(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", text)
    spans = zip(pieces[::3], [*pieces[2::3], None], strict=True)
    return Markup("").join(
        escape(before) + (Markup("<code>{}</code>").format(code) if code else "")
        for before, code in spans
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates_folder() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["code_spans"] = code_spans
    return environment
