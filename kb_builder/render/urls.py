"""The addresses of the generated pages, relative to the site's root."""

from __future__ import annotations

HOME = ""
SEARCH = "search/"
PRODUCTS = "products/"
ROOT_CAUSES = "root-causes/"
NEWEST = "newest/"
RULES = "rules/"
FIELDS = "fields/"
FORM = "write/"

WRITING_GUIDE = "guide/write-a-record/"
"""A page that a site may have: how its records are written."""


def rule_url(name: str) -> str:
    return f"{RULES}{name}/"
