"""A content folder, loaded: what the checks, the index and the site work on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar

from kb_builder.model.markdown_page import page_title, page_url, sections
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile
from kb_builder.model.synonyms import Synonyms
from kb_builder.model.taxonomy import Taxonomy

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Content:
    """Everything below one content folder, in the order of the files' paths."""

    records: tuple[Record, ...] = ()
    broken: tuple[SourceFile, ...] = ()
    """Record files of which no record came, and links that lead to no file of the folder."""
    pages: tuple[SourceFile, ...] = ()
    """The Markdown pages that are not records: procedures and others."""
    taxonomy: Taxonomy = field(default_factory=Taxonomy)
    synonyms: Synonyms = field(default_factory=Synonyms)
    settings: Settings = field(default_factory=Settings)
    files: frozenset[PurePosixPath] = frozenset()
    """Every file below the folder, relative to it; none that a link takes from outside it."""
    picture_bytes: Mapping[PurePosixPath, int] = field(default_factory=dict)
    """The sizes of the pictures among the files."""
    today: date = field(default_factory=date.today)
    """The day on which records are judged, as that by which one is reviewed."""
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Content], _Made]) -> _Made:
        """What `make` makes of this content: made the first time it is asked for, and kept with it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """Every record file, and every file that could not be read."""
        return (*(record.file for record in self.records), *self.broken)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The first record of each id."""
        return {record.id: record for record in reversed(self.records) if record.id}

    @cached_property
    def by_name(self) -> dict[str, Record]:
        """The record of each id, and of each former id that is none now."""
        former = {alias: record for record in self.records for alias in record.aliases}
        return former | self.by_id

    @cached_property
    def by_location(self) -> dict[PurePosixPath, Record]:
        return {record.file.location: record for record in self.records}

    def naming(self, record_id: str) -> tuple[Record, ...]:
        """The records whose `related` or `case` is `record_id`."""
        return self._naming.get(record_id, ())

    @cached_property
    def _naming(self) -> dict[str, tuple[Record, ...]]:
        naming: dict[str, tuple[Record, ...]] = {}
        for record in self.records:
            for named in dict.fromkeys((*record.related, record.case)):
                if named:
                    naming[named] = (*naming.get(named, ()), record)
        return naming

    @cached_property
    def page_titles(self) -> dict[str, str]:
        """The titles of the pages, by their address."""
        return {page_url(page.location): page_title(page) for page in self.pages}

    @cached_property
    def page_anchors(self) -> dict[str, dict[str, str]]:
        """For each page's address its headings by their anchors, in order."""
        return {
            page_url(page.location): {section.anchor: section.title for section in sections(page)}
            for page in self.pages
        }
