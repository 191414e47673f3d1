"""The ways to records other than search: home, by product, by root cause, the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import Topic, split_path
from kb_builder.render import urls
from kb_builder.render.links import relative_url
from kb_builder.render.page import Page
from kb_builder.render.templates import render_template

_KINDS = {"case": "Case", "collaboration": "Collaboration", "article": "Article"}
_NEWEST_AT_HOME = 5


@dataclass(frozen=True, slots=True)
class Item:
    """One record in a list."""

    href: str
    title: str
    facts: tuple[str, ...]
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A product or topic with how many records it has, itself and all below it."""

    name: str
    href: str
    count: int
    description: str = ""
    deprecated: bool = False
    groups: tuple[Group, ...] = ()


def list_pages(content: Content) -> Iterator[Page]:
    yield _home(content)
    yield _search(content)
    yield from _product_pages(content)
    yield from _root_cause_pages(content)
    yield _newest(content)


def _home(content: Content) -> Page:
    url = urls.HOME
    html = render_template(
        "home.html",
        search_href=relative_url(url, urls.SEARCH),
        count=len(content.records),
        products=[group for group in _products(content, url) if group.count],
        newest=_items(_by_date(content.records)[:_NEWEST_AT_HOME], url),
        newest_href=relative_url(url, urls.NEWEST),
        root_causes_href=relative_url(url, urls.ROOT_CAUSES),
        procedures=_procedures(content, url),
    )
    return Page(url, "Home", html, hide=("toc", "navigation"))


def _search(content: Content) -> Page:
    url = urls.SEARCH
    html = render_template(
        "search.html",
        count=len(content.records),
        root_causes_href=relative_url(url, urls.ROOT_CAUSES),
        products_href=relative_url(url, urls.PRODUCTS),
    )
    return Page(url, "Search", html, hide=("toc", "navigation"))


def _newest(content: Content) -> Page:
    newest = _by_date(content.records)[: content.settings.newest_records]
    html = render_template("list.html", title="Newest", lead="", items=_items(newest, urls.NEWEST))
    return Page(urls.NEWEST, "Newest", html, hide=("navigation", "toc"))


def _product_pages(content: Content) -> Iterator[Page]:
    html = render_template(
        "groups.html",
        title="Products",
        lead="Every record, by the product that it is about.",
        groups=_products(content, urls.PRODUCTS),
    )
    yield Page(urls.PRODUCTS, "Products", html, hide=("navigation", "toc"))
    described = {product.name: product.description for product in content.taxonomy.products}
    seen: set[str] = set()
    for name, records in _by_product(content).items():
        url = urls.product_url(name)
        if url in seen:
            continue
        seen.add(url)
        html = render_template(
            "list.html",
            title=name,
            lead=described.get(name, ""),
            items=_items(_by_date(records), url),
        )
        yield Page(url, name, html, hide=("navigation", "toc"))


def _by_product(content: Content) -> dict[str, list[Record]]:
    """The records of each product, those of the list first and in its order."""
    found: dict[str, list[Record]] = {name: [] for name in content.taxonomy.product_names}
    for record in content.records:
        if record.product:
            found.setdefault(record.product, []).append(record)
    return found


def _products(content: Content, page: str) -> list[Group]:
    described = {product.name: product.description for product in content.taxonomy.products}
    return [
        Group(
            name,
            relative_url(page, urls.product_url(name)),
            len(records),
            described.get(name, ""),
        )
        for name, records in _by_product(content).items()
    ]


def _root_cause_pages(content: Content) -> Iterator[Page]:
    by_topic = _by_topic(content)
    html = render_template(
        "groups.html",
        title="Root causes",
        lead="What the cases come down to. Each topic leads to all the cases under it.",
        groups=_topic_groups(content.taxonomy.topics, by_topic, urls.ROOT_CAUSES),
    )
    yield Page(urls.ROOT_CAUSES, "Root causes", html, hide=("navigation", "toc"))
    seen: set[str] = set()
    for topic in content.taxonomy.by_path.values():
        url = urls.topic_url(topic.path)
        if url not in seen:
            seen.add(url)
            yield _topic_page(topic, by_topic, content, url)


def _topic_page(
    topic: Topic, by_topic: dict[tuple[str, ...], list[Record]], content: Content, url: str
) -> Page:
    replacement = content.taxonomy.topic(topic.replaced_by) if topic.replaced_by else None
    html = render_template(
        "topic.html",
        topic=topic,
        above=[
            (name, relative_url(url, urls.topic_url(topic.path[: depth + 1])))
            for depth, name in enumerate(topic.path[:-1])
        ],
        tree_href=relative_url(url, urls.ROOT_CAUSES),
        replacement=replacement,
        replacement_href=relative_url(url, urls.topic_url(replacement.path)) if replacement else "",
        groups=_topic_groups(topic.topics, by_topic, url),
        items=_items(_by_date(by_topic.get(topic.path, [])), url),
    )
    return Page(url, topic.name, html, description=topic.description, hide=("navigation", "toc"))


def _by_topic(content: Content) -> dict[tuple[str, ...], list[Record]]:
    """The records under each topic, those of its subtopics among them."""
    found: dict[tuple[str, ...], list[Record]] = {}
    for record in content.records:
        if record.root_cause:
            path = split_path(record.root_cause)
            for depth in range(len(path)):
                found.setdefault(path[: depth + 1], []).append(record)
    return found


def _topic_groups(
    topics: Iterable[Topic], by_topic: dict[tuple[str, ...], list[Record]], page: str
) -> tuple[Group, ...]:
    return tuple(
        Group(
            topic.name,
            relative_url(page, urls.topic_url(topic.path)),
            len(by_topic.get(topic.path, ())),
            topic.description,
            bool(topic.replaced_by),
            _topic_groups(topic.topics, by_topic, page),
        )
        for topic in topics
    )


def _procedures(content: Content, page: str) -> list[tuple[str, str]]:
    return [
        (title, relative_url(page, url))
        for url, title in content.page_titles.items()
        if url.startswith("procedures/")
    ]


def _by_date(records: Sequence[Record]) -> list[Record]:
    """Those closed last first; those never closed after them, by id from the highest."""
    return sorted(records, key=lambda r: (r.closed or date.min, r.id), reverse=True)


def _items(records: Iterable[Record], page: str) -> list[Item]:
    return [
        Item(
            relative_url(page, record.url),
            record.name,
            tuple(
                fact
                for fact in (
                    record.id,
                    _KINDS.get(record.kind, ""),
                    record.product,
                    record.status,
                    record.closed.isoformat() if record.closed else "",
                )
                if fact
            ),
            record.withdrawn is not None,
        )
        for record in records
    ]
