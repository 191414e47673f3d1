"""What an index holds of a record or a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb_builder.index.analyzer import fold, tokens
from kb_builder.index.reading import is_code
from kb_builder.index.text import excerpt, plain, well_formed
from kb_builder.model.content import Content
from kb_builder.model.markdown_page import Section, page_title, page_url, sections
from kb_builder.model.record import Record
from kb_builder.model.signature import usable_signatures
from kb_builder.model.source import SourceFile

SYMPTOM_LENGTH = 400
RESOLUTION_LENGTH = 240
"""Characters of a record's notes on its card; every hit that is shown brings one."""


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
    root_cause: str = ""
    closed: str = ""
    """The day, as 2026-01-31."""
    source: str = ""
    symptom: str = ""
    """Its start, as plain text."""
    resolution: str = ""
    withdrawn: bool = False
    superseded_by: str = ""
    """The id of the record that holds now."""


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
    signatures: tuple[str, ...] = ()
    """Regular expressions, as both Python and the browser run them."""


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
        key=well_formed(location),
        digest=_digest(record.file.digest, record.slug),
        card=_card(
            url=record.url,
            title=record.name,
            kind=record.kind or "article",
            path=location,
            id=record.id,
            product=record.product,
            status=record.status,
            root_cause=record.root_cause,
            closed=record.closed.isoformat() if record.closed else "",
            source=record.source,
            symptom=excerpt(record.symptom or record.body, SYMPTOM_LENGTH),
            resolution=excerpt(record.resolution or record.workaround, RESOLUTION_LENGTH),
            withdrawn=record.withdrawn is not None,
            superseded_by=record.withdrawn.superseded_by if record.withdrawn else "",
        ),
        texts={
            "title": record.title,
            "symptom": record.symptom,
            "customer_words": "\n".join(record.customer_words),
            "codes": _codes(f"{record.title}\n\n{record.symptom}"),
            "cause": record.cause,
            "resolution": record.resolution,
            "workaround": record.workaround,
            "about": "\n".join(about),
            "body": record.body,
        },
        signatures=usable_signatures(record.signatures),
    )


def page_entries(page: SourceFile) -> Iterator[Entry]:
    """The sections of a page, each with the anchor it is linked by; a page without any is one entry."""
    whole, url = page_title(page), page_url(page.location)
    path = page.location.as_posix()
    found = sections(page) or [Section(1, whole, "", page.body)]
    for number, section in enumerate(found):
        is_top = number == 0 and section.level == 1
        yield Entry(
            key=well_formed(f"{path}#{number:04}"),
            digest=_digest(page.digest, section.title, section.anchor),
            card=_card(
                url=url if is_top else f"{url}#{section.anchor}",
                title=section.title if is_top else f"{section.title} – {whole}",
                kind="page",
                path=path,
                symptom=excerpt(section.text, SYMPTOM_LENGTH),
            ),
            texts={"title": section.title, "about": whole, "body": section.text},
        )


def _codes(markdown: str) -> str:
    """The error codes of a text, as often as they stand in it."""
    return " ".join(token.word for token in tokens(plain(markdown)) if is_code(fold(token.word)))


def _card(**values: Any) -> Card:
    """A card of values that every format can hold."""
    texts: dict[str, Any] = {n: well_formed(v) for n, v in values.items() if isinstance(v, str)}
    return Card(**{**values, **texts})


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(map(well_formed, parts)).encode()).hexdigest()[:32]
