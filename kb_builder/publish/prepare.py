"""Everything that a site is made of, before MkDocs has a part in it: load, check, index."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from kb_builder.check import check
from kb_builder.check.partial import lines_of
from kb_builder.index import CaseIndex, Changes
from kb_builder.index.upkeep import update_index
from kb_builder.load import load_content
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.progress import StageProgress, unwatched_stage
from kb_builder.model.settings import Settings
from kb_builder.report.discretion import discreet


@dataclass(frozen=True)
class Prepared:
    """What the steps before publishing came to."""

    root: Path
    content: Content
    diagnostics: Sequence[Diagnostic]
    index: CaseIndex
    changes: Changes

    @property
    def errors(self) -> list[Diagnostic]:
        return [found for found in self.diagnostics if found.severity == "error"]

    @cached_property
    def by_location(self) -> Mapping[PurePosixPath, Sequence[Diagnostic]]:
        """The diagnostics of each file, by its place below the content folder."""
        locations = {source.path: source.location for source in self.content.sources}
        found: dict[PurePosixPath, list[Diagnostic]] = {}
        for diagnostic in self.diagnostics:
            if diagnostic.span.path in locations:
                found.setdefault(locations[diagnostic.span.path], []).append(diagnostic)
        return found


def prepare(
    root: Path, cache: Path, settings: Settings, progress: StageProgress = unwatched_stage
) -> Prepared:
    """Load, check and index the content folder `root`; the index is kept below `cache`."""
    loaded_at = time.time()
    content = load_content(root, settings, progress("Loading"))
    found = check(content, progress=progress("Checking"))
    diagnostics = discreet(found, found, lines_of(content))
    index, changes = update_index(root, cache, content, loaded_at, progress("Indexing"))
    return Prepared(root, content, diagnostics, index, changes)
