"""The ways to records other than search: home, by product, by root cause, the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import Topic
from kb_builder.render import urls
from kb_builder.render.catalog import Catalog, kind_name, newest_first
from kb_builder.render.links import relative_url
from kb_builder.render.page import Page
from kb_builder.render.rule_pages import PROCEDURES
from kb_builder.render.templates import render_template

_NEWEST_AT_HOME = 5
_PRODUCTS_AT_HOME = 12


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


def list_pages(content: Content, catalog: Catalog, broken: Sequence[Page] = ()) -> Iterator[Page]:
    """The lists; `broken` are the pages of files in a preview that home leads to."""
    yield _home(content, catalog, broken)
    yield _search(content)
    yield from _product_pages(content, catalog)
    yield from _root_cause_pages(content, catalog)
    yield _newest(content)


def _home(content: Content, catalog: Catalog, broken: Sequence[Page]) -> Page:
    url = urls.HOME
    html = render_template(
        "home.html",
        search_href=relative_url(url, urls.SEARCH),
        broken=[(page.title, relative_url(url, page.url)) for page in broken],
        products=_largest(_product_groups(content, catalog, url)),
        products_href=relative_url(url, urls.PRODUCTS),
        newest=_items(newest_first(content.records)[:_NEWEST_AT_HOME], url),
        newest_href=relative_url(url, urls.NEWEST),
        root_causes_href=relative_url(url, urls.ROOT_CAUSES),
        procedures=_procedures(content, url),
    )
    return Page(url, "Home", html, hide=("toc", "navigation"))


def _largest(groups: list[Group]) -> list[Group]:
    """Those with the most records, in the order given."""
    most = sorted(groups, key=lambda group: group.count, reverse=True)[:_PRODUCTS_AT_HOME]
    return [group for group in groups if group.count and group in most]


def _search(content: Content) -> Page:
    url = urls.SEARCH
    html = render_template(
        "search.html",
        count=len(content.records),
        write_href=relative_url(url, urls.FORM),
        root_causes_href=relative_url(url, urls.ROOT_CAUSES),
        products_href=relative_url(url, urls.PRODUCTS),
    )
    return Page(url, "Search", html, hide=("toc", "navigation"))


def _newest(content: Content) -> Page:
    newest = newest_first(content.records)[: content.settings.newest_records]
    return _list_page(urls.NEWEST, "Newest", "", newest)


def _list_page(url: str, title: str, lead: str, records: Iterable[Record]) -> Page:
    html = render_template("list.html", title=title, lead=lead, items=_items(records, url))
    return Page(url, title, html, description=lead, hide=("navigation", "toc"))


def _product_pages(content: Content, catalog: Catalog) -> Iterator[Page]:
    html = render_template(
        "groups.html",
        title="Products",
        lead="Every record, by the product that it is about.",
        groups=_product_groups(content, catalog, urls.PRODUCTS),
    )
    yield Page(urls.PRODUCTS, "Products", html, hide=("navigation", "toc"))
    described = _descriptions(content)
    for name, shelf in catalog.products.items():
        yield _list_page(shelf.url, name, described.get(name, ""), shelf.records)


def _product_groups(content: Content, catalog: Catalog, page: str) -> list[Group]:
    described = _descriptions(content)
    return [
        Group(name, relative_url(page, shelf.url), len(shelf.records), described.get(name, ""))
        for name, shelf in catalog.products.items()
    ]


def _descriptions(content: Content) -> dict[str, str]:
    return {product.name: product.description for product in content.taxonomy.products}


def _root_cause_pages(content: Content, catalog: Catalog) -> Iterator[Page]:
    html = render_template(
        "groups.html",
        title="Root causes",
        lead="What the cases come down to. Each topic leads to all the cases under it.",
        groups=_topic_groups(content.taxonomy.topics, catalog, urls.ROOT_CAUSES),
    )
    yield Page(urls.ROOT_CAUSES, "Root causes", html, hide=("navigation", "toc"))
    for topic in content.taxonomy.by_path.values():
        yield _topic_page(topic, content, catalog)


def _topic_page(topic: Topic, content: Content, catalog: Catalog) -> Page:
    shelf = catalog.topics[topic.path]
    replacement = content.taxonomy.topic(topic.replaced_by) if topic.replaced_by else None

    def href(path: tuple[str, ...]) -> str:
        return relative_url(shelf.url, catalog.topics[path].url)

    html = render_template(
        "topic.html",
        topic=topic,
        above=[(name, href(topic.path[: depth + 1])) for depth, name in enumerate(topic.path[:-1])],
        tree_href=relative_url(shelf.url, urls.ROOT_CAUSES),
        replacement=replacement,
        replacement_href=href(replacement.path) if replacement else "",
        groups=_topic_groups(topic.topics, catalog, shelf.url),
        items=_items(shelf.records, shelf.url),
    )
    return Page(
        shelf.url, topic.name, html, description=topic.description, hide=("navigation", "toc")
    )


def _topic_groups(topics: Iterable[Topic], catalog: Catalog, page: str) -> tuple[Group, ...]:
    return tuple(
        Group(
            topic.name,
            relative_url(page, catalog.topics[topic.path].url),
            len(catalog.topics[topic.path].records),
            topic.description,
            bool(topic.replaced_by),
            _topic_groups(topic.topics, catalog, page),
        )
        for topic in topics
    )


def _procedures(content: Content, page: str) -> list[tuple[str, str]]:
    return [
        (title, relative_url(page, url))
        for url, title in content.page_titles.items()
        if url.startswith(PROCEDURES)
    ]


def _items(records: Iterable[Record], page: str) -> list[Item]:
    return [
        Item(
            relative_url(page, record.url),
            record.name,
            tuple(
                fact
                for fact in (
                    record.id,
                    kind_name(record),
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
