"""A Markdown page that is no record: its title, its address, and its sections."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb_builder.model.fenced_code import without_fenced_code
from kb_builder.model.source import SourceFile

_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r"[ \t]*\{[: ]*#([\w-]+)[^}]*\}$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text from there to the next heading, of whatever level."""

    level: int
    title: str
    anchor: str
    """The id of the heading in the page; given after it as `{ #anchor }`, or made of its words."""
    text: str


def sections(page: SourceFile) -> list[Section]:
    """The sections of a page, in order; headings inside fenced code are none."""
    headings = list(_HEADING.finditer(without_fenced_code(page.body)))
    ends = [heading.start() for heading in headings[1:]] + [len(page.body)]
    found = []
    for heading, end in zip(headings, ends, strict=False):
        anchor = _ANCHOR.search(heading[2])
        title = _ANCHOR.sub("", heading[2])
        found.append(
            Section(
                len(heading[1]),
                title,
                anchor[1] if anchor else _toc_slug(title),
                page.body[heading.end() : end],
            )
        )
    return found


def page_title(page: SourceFile) -> str:
    """The title in its front matter, or its first heading, or its file's name."""
    given = (page.fields or {}).get("title")
    if given:
        return str(given)
    return next((section.title for section in sections(page)), page.location.stem)


def page_url(location: PurePosixPath) -> str:
    """Where MkDocs places the page of a Markdown file, relative to the site's root."""
    parts = list(location.with_suffix("").parts)
    if parts[-1].lower() in ("index", "readme"):
        parts.pop()
    return "".join(f"{part}/" for part in parts)


def _toc_slug(title: str) -> str:
    """As Python-Markdown's table of contents makes ids."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
