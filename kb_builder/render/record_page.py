"""The page of one record: what an agent needs at the top, everything else below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kb_builder.index.text import excerpt
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import split_path
from kb_builder.render import urls
from kb_builder.render.catalog import Catalog, kind_name
from kb_builder.render.links import link_resolver, relative_url
from kb_builder.render.markdown import render_markdown
from kb_builder.render.page import Heading, Page
from kb_builder.render.templates import render_template

_CONFIRMED_BY = {
    "customer": "by the customer",
    "idle": "idle: the customer did not answer",
    "case-owner": "by the case owner",
}


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str
    note: str = ""


def record_page(
    record: Record, content: Content, catalog: Catalog, findings: Sequence[Diagnostic] = ()
) -> Page:
    """The page; `findings`, shown in a banner, are those of a preview."""
    sections, headings = _sections(record, content)
    related = _related(record, content)
    html = render_template(
        "record.html",
        record=record,
        kind=kind_name(record),
        sections=sections,
        product_href=_product_href(record, catalog),
        details=_details(record),
        root_cause=_root_cause(record, catalog),
        related=related,
        withdrawn=_withdrawn(record, content),
        findings=findings,
        rules_href=relative_url(record.url, urls.RULES),
    )
    return Page(
        url=record.url,
        title=record.name,
        html=html,
        description=excerpt(record.symptom or record.body, 160),
        headings=(
            *headings,
            Heading(2, "facts", "About this record"),
            *([Heading(2, "related", "Related")] if related else []),
        ),
        source=record.file.location,
        hide=("navigation",),
    )


def _sections(record: Record, content: Content) -> tuple[list[Section], list[Heading]]:
    resolve = link_resolver(content, record)
    sections: list[Section] = []
    headings: list[Heading] = []
    for name, markdown in record.markdown().items():
        if not markdown.strip():
            continue
        anchor = "details" if name == "body" else name
        title = anchor.capitalize()
        rendered = render_markdown(markdown, resolve, prefix=f"{anchor}-")
        sections.append(Section(anchor, title, Markup(rendered.html)))  # noqa: S704 - sanitised
        headings += [Heading(2, anchor, title), *rendered.headings]
    return sections, headings


def _details(record: Record) -> list[tuple[str, str]]:
    """The facts of a record that are worth a line, each with its label."""
    severity = record.severity
    if record.severity_opened and record.severity_opened != record.severity:
        severity = f"{record.severity} at closing, {record.severity_opened} at opening"
        if record.severity_lowered:
            severity += f", lowered on {_day(record.severity_lowered)}"
    confirmation = record.confirmation
    confirmed = ""
    if confirmation:
        confirmed = _joined(
            _CONFIRMED_BY.get(confirmation.by, confirmation.by), _day(confirmation.on)
        )
        if confirmation.attempts:
            confirmed += f"; contacted on {_days(confirmation.attempts)}"
        if confirmation.note:
            confirmed += f". {confirmation.note}"
    facts = (
        ("Environment", "\n".join(record.environment)),
        ("In the customer’s words", "\n".join(f"“{words}”" for words in record.customer_words)),
        ("Severity", severity),
        ("Status", _joined(record.status, record.status_reason, between=": ")),
        ("Opened", _day(record.opened)),
        ("Closed", _day(record.closed)),
        ("Confirmed", confirmed),
        ("Last quality response", _day(record.last_quality_response)),
        ("Last notes", _day(record.last_notes)),
        ("Labor time", _duration(record.labor_minutes)),
        ("Owner", record.owner),
        ("Tags", ", ".join(record.tags)),
        ("Former ids", ", ".join(record.aliases)),
        ("Review by", _day(record.review_by)),
        ("Source", record.source),
    )
    return [(label, value) for label, value in facts if value]


def _product_href(record: Record, catalog: Catalog) -> str:
    shelf = catalog.products.get(record.product)
    return relative_url(record.url, shelf.url) if shelf else ""


def _root_cause(record: Record, catalog: Catalog) -> list[Link]:
    """The path, each topic that the tree has linked to all the cases under it."""
    if not record.root_cause:
        return []
    path = split_path(record.root_cause)
    shelves = [catalog.topics.get(path[: depth + 1]) for depth in range(len(path))]
    return [
        Link(name, relative_url(record.url, shelf.url) if shelf else "")
        for name, shelf in zip(path, shelves, strict=True)
    ]


def _related(record: Record, content: Content) -> list[Link]:
    """The records that this one names, and those that name it."""
    named = [(other, "") for other in record.related]
    if record.case:
        named.insert(0, (record.case, "the case helped"))
    links = {
        content.by_id[other].slug: _link(record, content.by_id[other], note)
        for other, note in named
        if other in content.by_id
    }
    for other in content.naming(record.id):
        note = "helped this case" if other.case == record.id else ""
        links.setdefault(other.slug, _link(record, other, note))
    links.pop(record.slug, None)
    return list(links.values())


def _withdrawn(record: Record, content: Content) -> dict[str, object] | None:
    if record.withdrawn is None:
        return None
    successor = content.by_id.get(record.withdrawn.superseded_by)
    return {
        "on": _day(record.withdrawn.on),
        "reason": record.withdrawn.reason,
        "successor": _link(record, successor, "") if successor else None,
    }


def _link(record: Record, other: Record, note: str) -> Link:
    text = f"{other.id} {other.title}".strip()
    notes = [note, "withdrawn" if other.withdrawn else ""]
    return Link(text, relative_url(record.url, other.url), ", ".join(filter(None, notes)))


def _joined(*parts: str, between: str = ", ") -> str:
    return between.join(part for part in parts if part)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _days(days: Iterable[date]) -> str:
    return ", ".join(map(_day, days))


def _duration(minutes: int | None) -> str:
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    return _joined(f"{hours} h" if hours else "", f"{rest} min" if rest else "", between=" ")
