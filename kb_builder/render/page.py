"""A page of the site, before the theme's shell is put around it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the page's table of contents lists."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    url: str
    """Relative to the site's root; ends with `/`, or is empty for the home page."""
    title: str
    html: str
    description: str = ""
    """Plain text, for search engines and previews."""
    headings: tuple[Heading, ...] = ()
    source: PurePosixPath | None = None
    """The file, relative to the content folder, that its edit link opens."""
    hide: tuple[str, ...] = ()
    """Parts of the shell that it does without: `toc`, `navigation`."""
