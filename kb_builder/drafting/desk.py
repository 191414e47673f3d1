"""What is at hand while a record is written: the site, its lists, and the records there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kb_builder.drafting.numbering import next_id
from kb_builder.index import Card, CaseIndex
from kb_builder.index.upkeep import fresh_index
from kb_builder.load import SiteConfig
from kb_builder.load.content import CASES
from kb_builder.load.part import load_naming, load_part
from kb_builder.model.content import Content
from kb_builder.model.errors import KbError
from kb_builder.model.fields import Kind
from kb_builder.model.progress import Progress, unwatched
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.words import slugify

_SAFE = re.compile(r"\w[\w.-]{0,100}")
"""What an id may be that is also the name of a file."""


class DraftError(KbError):
    """Why a record cannot be begun or filed; the text says what would do."""


@dataclass(frozen=True)
class Desk:
    """A site to write for."""

    root: Path
    """The content folder."""
    cache: Path
    settings: Settings
    content: Content
    """The lists and the names of the files, and no record: to load all would take too long."""
    index: CaseIndex
    cards: tuple[Card, ...]
    """Of all records that there are."""
    _records: dict[frozenset[str], tuple[Record, ...]] = field(default_factory=dict)

    def records(self, names: frozenset[str]) -> tuple[Record, ...]:
        """The records that have one of the names, or had it before."""
        if names not in self._records:
            self._records[names] = tuple(self._named(names))
        return self._records[names]

    def _named(self, names: frozenset[str]) -> Iterator[Record]:
        # Those that only mention one are left out: there may be hundreds.
        for record in load_naming(self.root, names, self.settings):
            if not names.isdisjoint((record.id, *record.aliases)):
                yield record

    def folder_of(self, product: str) -> PurePosixPath:
        """Where most records of the product stand; a new folder where there is none.

        What is in no list may be misspelt, and is to have no folder of its name.
        """
        folders = Counter(
            PurePosixPath(card.path).parent for card in self.cards if card.product == product
        )
        if folders:
            return folders.most_common(1)[0][0]
        products = self.content.taxonomy.products
        is_known = not products or any(one.name == product for one in products)
        return PurePosixPath(CASES, slugify(product) if is_known else "")

    def free_id(self, kind: Kind) -> str:
        """The id after the highest that there is; no record had it before."""
        names = {*(card.id for card in self.cards), *self._file_names()}
        pattern = self.settings.id_pattern(kind)
        if pattern is None:
            raise DraftError(f"`id_patterns` gives no pattern for {kind} ids; give --id")
        while True:
            name = next_id(pattern, names)
            if name is None:
                raise DraftError(f"no free id fits the pattern `{pattern.pattern}`; give --id")
            if not self.is_taken(name):
                return name
            names.add(name)

    def is_taken(self, name: str) -> bool:
        """Whether a record has the id, or had it before."""
        return bool(list(self._named(frozenset([name])))) or name in self._file_names()

    def must_be_free(self, name: str) -> None:
        """Raise DraftError for an id that is none for the name of a file, or that is taken."""
        if not _SAFE.fullmatch(name):
            raise DraftError(f"`{name}` cannot name a file; give another --id")
        if self.is_taken(name):
            raise DraftError(f"`{name}` is taken; give another --id, or leave it out")

    def _file_names(self) -> Iterator[str]:
        """The names of the record files as they are now."""
        return (file.stem for file in (self.root / CASES).rglob("*.md"))


def open_desk(site: SiteConfig, progress: Progress = unwatched) -> Desk:
    """Bring the index up to date, and take what is at hand."""
    if not (site.content / CASES).is_dir():
        raise DraftError(
            f"{site.content}: no folder `{CASES}` in it; name the site with --config-file"
        )
    index = fresh_index(site.content, site.cache, site.settings, progress)
    cards = tuple(card for card in index.cards() if card.kind != "page")
    content = load_part(site.content, (), site.settings).content
    return Desk(site.content, site.cache, site.settings, content, index, cards)
