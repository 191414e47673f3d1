"""The templates of our own pages, and where they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import kb_builder


def templates_folder() -> Path:
    """`site_templates`: inside the installed package, or beside it in a working tree."""
    package = Path(kb_builder.__file__).parent
    installed = package / "site_templates"
    return installed if installed.is_dir() else package.parent / "site_templates"


def render_template(name: str, **values: Any) -> str:
    """The page template `name`, filled; every value is escaped that is not Markup."""
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
