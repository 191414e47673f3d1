"""The addresses of the generated pages, relative to the site's root."""

from __future__ import annotations

from collections.abc import Sequence

from kb_builder.model.words import slugify

HOME = ""
SEARCH = "search/"
PRODUCTS = "products/"
ROOT_CAUSES = "root-causes/"
NEWEST = "newest/"
RULES = "rules/"
FIELDS = "fields/"


def product_url(product: str) -> str:
    return f"{PRODUCTS}{slugify(product) or 'none'}/"


def topic_url(path: Sequence[str]) -> str:
    return ROOT_CAUSES + "".join(f"{slugify(name) or 'topic'}/" for name in path)


def rule_url(name: str) -> str:
    return f"{RULES}{name}/"
