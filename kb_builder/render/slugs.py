"""Slugs that nothing else on the page, or in the folder, has."""

from __future__ import annotations

from kb_builder.model.words import slugify

LONGEST_SLUG = 60
"""Characters; as UTF-8 it fits into the 255 bytes that file systems allow a name."""


class Slugs:
    """Gives each name a slug of its own: those that would be alike are numbered, as they come."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def add(self, name: str, default: str) -> str:
        """The slug of `name`, or of `default` where it has no letter and no digit."""
        wanted = self._prefix + (slugify(name)[:LONGEST_SLUG].strip("-") or default)
        slug = wanted
        while slug in self._taken:
            number = self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            slug = f"{wanted}-{number}"
        self._taken.add(slug)
        return slug
