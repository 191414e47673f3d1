"""A content folder, loaded: what the checks, the index and the site work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile
from kb_builder.model.taxonomy import Taxonomy


@dataclass(frozen=True)
class Content:
    """Everything below one content folder, in the order of the files' paths."""

    records: tuple[Record, ...] = ()
    broken: tuple[SourceFile, ...] = ()
    """Record files of which no record came."""
    pages: tuple[SourceFile, ...] = ()
    """The Markdown pages that are not records: procedures and others."""
    taxonomy: Taxonomy = field(default_factory=Taxonomy)
    settings: Settings = field(default_factory=Settings)
    files: frozenset[PurePosixPath] = frozenset()
    """Every file below the folder, relative to it."""

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """Every record file, broken or not."""
        return (*(record.file for record in self.records), *self.broken)

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The first record of each id."""
        return {record.id: record for record in reversed(self.records) if record.id}

    @cached_property
    def by_location(self) -> dict[PurePosixPath, Record]:
        return {record.file.location: record for record in self.records}
