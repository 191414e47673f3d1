"""What an index holds of a record or a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb_builder.index.text import excerpt
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.source import SourceFile
from kb_builder.model.words import slugify


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of a hit, without its page being opened."""

    url: str
    """Relative to the site's root."""
    title: str
    kind: str
    """A record's kind, or `page`."""
    path: str
    """The file, relative to the content folder."""
    id: str = ""
    product: str = ""
    status: str = ""
    source: str = ""
    symptom: str = ""
    """Its start, as plain text."""
    resolution: str = ""
    withdrawn: bool = False
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    key: str
    """Unique in an index."""
    digest: str
    """Changes whenever anything of the entry does."""
    card: Card
    texts: Mapping[str, str]
    """Markdown by the name of a search field."""


def entries(content: Content) -> Iterator[Entry]:
    """An entry for each record, and for each section of each page."""
    for record in content.records:
        yield record_entry(record)
    for page in content.pages:
        yield from page_entries(page)


def record_entry(record: Record) -> Entry:
    location = record.file.location.as_posix()
    about = (
        record.id,
        record.product,
        *record.environment,
        record.root_cause,
        *record.tags,
        *record.aliases,
        record.case,
        record.status,
    )
    return Entry(
        key=location,
        digest=_digest(record.file.digest, record.slug),
        card=Card(
            url=record.url,
            title=record.name,
            kind=record.kind or "article",
            path=location,
            id=record.id,
            product=record.product,
            status=record.status,
            source=record.source,
            symptom=excerpt(record.symptom or record.body),
            resolution=excerpt(record.resolution or record.workaround),
            withdrawn=record.withdrawn is not None,
            superseded_by=record.withdrawn.superseded_by if record.withdrawn else "",
        ),
        texts={
            "title": record.title,
            "symptom": record.symptom,
            "customer_words": "\n".join(record.customer_words),
            "cause": record.cause,
            "resolution": record.resolution,
            "workaround": record.workaround,
            "about": "\n".join(about),
            "body": record.body,
        },
    )


_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r"[ \t]*\{[: ]*#([\w-]+)[^}]*\}$")
_FENCED = re.compile(r"^ *(```+|~~~+)[^\n]*\n.*?^ *\1", re.MULTILINE | re.DOTALL)


def page_entries(page: SourceFile) -> Iterator[Entry]:
    """The sections of a page, each from one heading to the next, with the anchor it is linked by."""
    outside_code = _FENCED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.body)
    headings = list(_HEADING.finditer(outside_code))
    ends = [heading.start() for heading in headings[1:]] + [len(page.body)]
    page_title = str((page.fields or {}).get("title") or "")
    url = page_url(page.location)
    for heading, end in zip(headings, ends, strict=True):
        anchor = _ANCHOR.search(heading[2])
        title = _ANCHOR.sub("", heading[2])
        is_top = len(heading[1]) == 1
        page_title = page_title or title
        fragment = "" if is_top else "#" + (anchor[1] if anchor else slugify(title))
        text = page.body[heading.end() : end]
        yield Entry(
            key=f"{page.location.as_posix()}{fragment or '#'}",
            digest=_digest(page.digest, title),
            card=Card(
                url=url + fragment,
                title=title if is_top else f"{title} – {page_title}",
                kind="page",
                path=page.location.as_posix(),
                symptom=excerpt(text),
            ),
            texts={"title": title, "about": page_title, "body": text},
        )


def page_url(location: PurePosixPath) -> str:
    """The page of a Markdown file, as MkDocs places it in folders."""
    parts = list(location.with_suffix("").parts)
    if parts[-1].lower() in ("index", "readme"):
        parts.pop()
    return "".join(f"{part}/" for part in parts)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
