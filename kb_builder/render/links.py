"""Links between pages, and from records' texts to them: always relative, never out of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from kb_builder.model.content import Content
from kb_builder.model.markdown_page import page_url
from kb_builder.model.record import Record

PUBLISHED_SUFFIXES = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".txt",
        ".log",
        ".csv",
        ".tsv",
        ".json",
        ".pdf",
        ".zip",
        ".har",
        ".eml",
    ]
)
"""Files beside records that the site carries: none that a browser would run as a page or script."""
PICTURE_SUFFIXES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"])

SAFE_SCHEMES = frozenset(("http", "https", "mailto"))

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
        parts = urlsplit(target)
        if parts.scheme:
            return target if parts.scheme.lower() in SAFE_SCHEMES else None
        if parts.netloc:
            return None
        if not parts.path:
            return target if parts.fragment else None
        location = inside(folder, unquote(parts.path))
        if location is None or location not in content.files:
            return None
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        linked = content.by_location.get(location)
        if linked:
            return relative_url(record.url, linked.url + fragment)
        if location.suffix.lower() == ".md":
            return relative_url(record.url, quote(page_url(location)) + fragment)
        if location.suffix.lower() in PUBLISHED_SUFFIXES:
            return relative_url(record.url, quote(location.as_posix()))
        return None

    return resolve


def inside(folder: PurePosixPath, path: str) -> PurePosixPath | None:
    """The place below the content folder that `path` means in `folder`; None where it is outside."""
    if "\\" in path or "\0" in path or path.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(folder.as_posix(), path))
    if joined == ".." or joined.startswith("../"):
        return None
    return PurePosixPath(joined)
