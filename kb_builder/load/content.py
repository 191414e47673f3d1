"""A content folder to Content: every record, page and list below it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from kb_builder.load.record import load_record
from kb_builder.load.source import read_source
from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile

CASES = "cases"
TAXONOMY = "taxonomy"

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def load_content(
    root: Path, settings: Settings | None = None, progress: Progress = lambda done, of: None
) -> Content:
    """Load the folder `root`; never raises for what a file in it is or holds."""
    settings = settings or Settings()
    files = sorted(_walk(root))
    markdown = [file for file in files if _may_be_text(root, file)]
    slugs: set[str] = set()
    records: list[Record] = []
    broken: list[SourceFile] = []
    pages: list[SourceFile] = []
    for done, location in enumerate(markdown):
        progress(done, len(markdown))
        is_record = location.parts[0] == CASES
        source = read_source(
            root,
            location,
            settings.largest_record_bytes,
            must_have_front_matter=is_record,
        )
        if not is_record:
            pages.append(source)
        elif source.fields is None:
            broken.append(source)
        else:
            slug = slug_of(str(source.fields.get("id") or ""), location, slugs)
            records.append(load_record(source, source.fields, slug))
    progress(len(markdown), len(markdown))
    return Content(
        records=tuple(records),
        broken=tuple(broken),
        pages=tuple(pages),
        taxonomy=load_taxonomy(root),
        settings=settings,
        files=frozenset(files),
    )


def find_record(root: Path, record_id: str, settings: Settings | None = None) -> Record | None:
    """The record of this id, or the one whose `aliases` name it; a file named for it is tried first."""
    settings = settings or Settings()
    if re.fullmatch(r"[\w.-]+", record_id):
        for file in sorted((root / CASES).rglob(f"{record_id}.md")):
            location = PurePosixPath(file.relative_to(root).as_posix())
            source = read_source(root, location, settings.largest_record_bytes)
            if source.fields is not None and source.fields.get("id") == record_id:
                return load_record(source, source.fields, slug_of(record_id, location, set()))
    content = load_content(root, settings)
    aliased = (record for record in content.records if record_id in record.aliases)
    return content.by_id.get(record_id) or next(aliased, None)


def slug_of(record_id: str, location: PurePosixPath, taken: set[str]) -> str:
    """A folder name for a record's page: its id, or its file's name, made safe and unlike `taken`."""
    wanted = re.sub(r"[^\w.-]+", "-", record_id or location.stem).strip(".-") or "record"
    wanted = wanted[:100]
    slug, number = wanted, 2
    # Two names that differ in case only would be one folder on some hosts.
    while slug.casefold() in taken:
        slug, number = f"{wanted}-{number}", number + 1
    taken.add(slug.casefold())
    return slug


def _may_be_text(root: Path, location: PurePosixPath) -> bool:
    """Whether to read the file: Markdown, or a linked folder, which reading refuses with a reason."""
    if location.suffix.lower() == ".md":
        return not (root / location).is_dir() or (root / location).is_symlink()
    return (root / location).is_symlink() and (root / location).is_dir()


def _walk(root: Path) -> Iterator[PurePosixPath]:
    """Every file below `root`; hidden ones and folders that are links are passed over."""
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        linked = [name for name in subfolders if Path(folder, name).is_symlink()]
        below = PurePosixPath(Path(folder).relative_to(root).as_posix())
        for name in (*names, *linked):
            if not name.startswith("."):
                yield below / name
