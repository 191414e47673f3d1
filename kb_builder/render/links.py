"""Links between pages, and from records' texts to them: always relative, never out of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from kb_builder.model.content import Content
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.locations import PICTURE_SUFFIXES, inside
from kb_builder.model.markdown_page import page_url
from kb_builder.model.record import Record
from kb_builder.model.words import slugify

PUBLISHED_SUFFIXES = PICTURE_SUFFIXES.union(
    [".txt", ".log", ".csv", ".tsv", ".json", ".pdf", ".zip", ".har", ".eml"]
)
"""Files beside records that the site carries: none that a browser would run as a page or script."""

SAFE_SCHEMES = frozenset(["http", "https", "mailto"])
_SECTIONS = frozenset([*MARKDOWN_FIELDS, "details", "facts", "related"])
"""The ids of the sections of a record's page."""

Resolve = Callable[[str], str | None]
"""From a link's target to what its `href` or `src` is to be; None where it leads nowhere."""


def relative_url(page: str, target: str) -> str:
    """`target` (with its fragment) as seen from `page`, both relative to the site's root."""
    up = "../" * page.count("/")
    return (up + target) or "./"


def link_resolver(content: Content, record: Record) -> Resolve:
    """Resolves the links in a record's texts, for the record's page."""
    folder = record.file.location.parent

    def resolve(target: str) -> str | None:
        try:
            parts = urlsplit(target)
        except ValueError:  # a host that cannot be one
            return None
        if parts.scheme:
            return target if parts.scheme in SAFE_SCHEMES else None
        if parts.netloc:
            return None
        if not parts.path:
            return _record_fragment(parts.fragment) or None
        location = inside(folder, unquote(parts.path))
        if location is None or location not in content.files:
            return None
        linked = content.by_location.get(location)
        if linked:
            return relative_url(record.url, linked.url + _record_fragment(parts.fragment))
        page = page_url(location)
        if page in content.page_titles and location.suffix.lower() == ".md":
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            return relative_url(record.url, quote(page) + fragment)
        if location.suffix.lower() in PUBLISHED_SUFFIXES:
            return relative_url(record.url, quote(location.as_posix()))
        return None

    return resolve


def _record_fragment(fragment: str) -> str:
    """A section's of a record's page, or that of a heading in the text below its front matter."""
    if not fragment:
        return ""
    if fragment in _SECTIONS:
        return f"#{fragment}"
    return f"#details-{slugify(unquote(fragment))}"


def is_local_picture(target: str) -> bool:
    """Whether what a link was resolved to is a picture that the site itself carries."""
    parts = urlsplit(target)
    return not parts.scheme and PurePosixPath(parts.path).suffix.lower() in PICTURE_SUFFIXES
