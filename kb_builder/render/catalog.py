"""The records by product and by root cause, and the address of each one's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kb_builder.model.content import Content
from kb_builder.model.fields import KINDS
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import split_path
from kb_builder.render import urls
from kb_builder.render.slugs import Slugs


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one product's or topic's page lists."""

    url: str
    records: tuple[Record, ...]
    """Those closed last first."""


@dataclass(frozen=True, slots=True)
class Catalog:
    products: Mapping[str, Shelf]
    """The products of the list in its order, then those that only records name."""
    topics: Mapping[tuple[str, ...], Shelf]
    """Each topic of the tree with the records under it, those of its subtopics among them."""


def catalog(content: Content) -> Catalog:
    return Catalog(_products(content), _topics(content))


def newest_first(records: Iterable[Record]) -> tuple[Record, ...]:
    """Those closed last first; those never closed after them, by id from the highest."""
    return tuple(sorted(records, key=lambda r: (r.closed or date.min, r.id), reverse=True))


def kind_name(record: Record) -> str:
    return record.kind.capitalize() if record.kind in KINDS else "Record"


def _products(content: Content) -> dict[str, Shelf]:
    found: dict[str, list[Record]] = {name: [] for name in content.taxonomy.product_names}
    for record in content.records:
        if record.product:
            found.setdefault(record.product, []).append(record)
    slugs = Slugs()
    return {
        name: Shelf(f"{urls.PRODUCTS}{slugs.add(name, 'product')}/", newest_first(records))
        for name, records in found.items()
    }


def _topics(content: Content) -> dict[tuple[str, ...], Shelf]:
    found: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in content.records:
        path = split_path(record.root_cause)
        for depth in range(len(path)):
            found[path[: depth + 1]].append(record)
    slugs: defaultdict[str, Slugs] = defaultdict(Slugs)
    shelves: dict[tuple[str, ...], Shelf] = {}
    for path, topic in content.taxonomy.by_path.items():
        above = shelves[path[:-1]].url if len(path) > 1 else urls.ROOT_CAUSES
        url = f"{above}{slugs[above].add(topic.name, 'topic')}/"
        shelves[path] = Shelf(url, newest_first(found[path]))
    return shelves
