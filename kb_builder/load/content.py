"""A content folder to Content: every record, page and list below it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from kb_builder.load.record import load_record
from kb_builder.load.source import (
    is_inside,
    is_ordinary,
    read_accepted,
    read_source,
    refusal,
    unreadable,
)
from kb_builder.load.synonyms import load_synonyms
from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.content import Content
from kb_builder.model.locations import PICTURE_SUFFIXES
from kb_builder.model.progress import Progress, unwatched
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile

CASES = "cases"
TAXONOMY = "taxonomy"

_LONGEST_SLUG = 200
"""Bytes: file systems allow 255 in a name."""


def load_content(
    root: Path, settings: Settings | None = None, progress: Progress = unwatched
) -> Content:
    """Load the folder `root`; never raises for what a file in it is or holds."""
    settings = settings or Settings()
    errors: list[OSError] = []
    found = sorted(_walk(root, errors.append))
    files: list[PurePosixPath] = []
    records: list[Record] = []
    broken = [unreadable(root, _below(root, error.filename), error) for error in errors]
    pages: list[SourceFile] = []
    slugs: dict[str, int] = {}
    for done, location in enumerate(found):
        progress(done, len(found))
        refused = None if is_ordinary(root, location) else refusal(root, location)
        if refused:
            broken.append(refused)
            continue
        files.append(location)
        if location.suffix.lower() != ".md":
            continue
        is_record = location.parts[0] == CASES
        largest = settings.largest_record_bytes
        source = read_accepted(root, location, largest, must_have_front_matter=is_record)
        if not is_record:
            pages.append(source)
        elif source.fields is None:
            broken.append(source)
        else:
            slug = slug_of(source.fields.get("id"), location, slugs)
            records.append(load_record(source, source.fields, slug))
    progress(len(found), len(found))
    return Content(
        records=tuple(records),
        broken=tuple(broken),
        pages=tuple(pages),
        taxonomy=load_taxonomy(root),
        synonyms=load_synonyms(root),
        settings=settings,
        files=frozenset(files),
        picture_bytes=picture_bytes(root, files),
        today=today(),
    )


def picture_bytes(root: Path, files: Iterable[PurePosixPath]) -> dict[PurePosixPath, int]:
    pictures = [file for file in files if file.suffix.lower() in PICTURE_SUFFIXES]
    return {file: os.path.getsize(root / file) for file in pictures}  # noqa: PTH202


def today() -> date:
    """The day of SOURCE_DATE_EPOCH where that is set, as for a build that is to be reproduced."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
    except (OverflowError, ValueError, OSError):  # a number that is no moment of the calendar
        return date.today()


def find_record(root: Path, record_id: str, settings: Settings | None = None) -> Record | None:
    """The record of this id, or the one whose `aliases` name it, in upper or lower case.

    A file named for it is tried first, so that not all have to be read.
    """
    settings = settings or Settings()
    if re.fullmatch(r"[\w.-]+", record_id):
        for file in sorted((root / CASES).rglob(f"{record_id}.md")):
            location = PurePosixPath(file.relative_to(root).as_posix())
            source = read_source(root, location, settings.largest_record_bytes)
            if source.fields is not None and source.fields.get("id") == record_id:
                return load_record(source, source.fields, slug_of(record_id, location, {}))
    content = load_content(root, settings)
    wanted = record_id.casefold()
    for names in (lambda record: (record.id,), lambda record: record.aliases):
        for record in content.records:
            if wanted in map(str.casefold, names(record)):
                return record
    return None


def slug_of(record_id: Any, location: PurePosixPath, taken: dict[str, int]) -> str:
    """A folder name for a record's page: its id, or its file's name, made safe and unlike `taken`.

    `taken` holds the last number that each name was given.
    """
    name = record_id if isinstance(record_id, str) and record_id else location.stem
    safe = re.sub(r"[^\w.-]+", "-", name).strip(".-")
    safe = safe.encode()[:_LONGEST_SLUG].decode("utf-8", "ignore").strip(".-") or "record"
    # Two names that differ in case only would be one folder on some hosts.
    slug, number = safe, taken.get(safe.casefold(), 1)
    while slug.casefold() in taken:
        number += 1
        slug = f"{safe}-{number}"
    taken[safe.casefold()] = number
    taken.setdefault(slug.casefold(), 1)
    return slug


def _walk(root: Path, on_error: Callable[[OSError], None]) -> Iterator[PurePosixPath]:
    """Every file below `root`, and every link that leads out of it; no hidden ones."""
    for folder, subfolders, names in os.walk(root, onerror=on_error):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        linked = [name for name in subfolders if Path(folder, name).is_symlink()]
        below = _below(root, folder)
        for name in (*names, *linked):
            if not name.startswith(".") and not _is_known_folder(Path(folder, name), root):
                yield below / name


def _below(root: Path, path: str) -> PurePosixPath:
    return PurePosixPath(Path(path).relative_to(root).as_posix())


def _is_known_folder(file: Path, root: Path) -> bool:
    """Whether it is a link to a folder whose files are found without it."""
    return os.path.isdir(file) and is_inside(file, root)  # noqa: PTH112 - never raises
