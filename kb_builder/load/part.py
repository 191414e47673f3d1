"""Some files of a content folder as Content, with the few others that name them or that they name.

The others are found by their bytes: to read the fields of every record takes far longer.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from kb_builder.load.content import CASES, picture_bytes, slug_of, today
from kb_builder.load.holding import files_below, holding
from kb_builder.load.record import load_record
from kb_builder.load.source import is_inside, parse_source, printable, read_source, refusal
from kb_builder.load.synonyms import load_synonyms
from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.content import Content
from kb_builder.model.locations import PICTURE_SUFFIXES
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile
from kb_builder.model.words import id_form

_STEM = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Part:
    """What is to be judged, among what is needed to judge it."""

    content: Content
    """The others come first, so that of two records of one id the one to be judged is at fault."""
    paths: frozenset[str]
    """The files to be judged, as diagnostics print them."""
    before: Content | None = None
    """The same as it was before the change; None where that is not known."""


@dataclass
class _Loaded:
    records: list[Record] = field(default_factory=list)
    broken: list[SourceFile] = field(default_factory=list)
    pages: list[SourceFile] = field(default_factory=list)


def load_part(
    root: Path,
    chosen: Collection[PurePosixPath],
    settings: Settings | None = None,
    before: Mapping[PurePosixPath, bytes] | None = None,
) -> Part:
    """Load the files `chosen` below the content folder `root`, some of which may be gone.

    `before` holds what the Markdown files among them were, where that is known. A record that
    shows a changed picture is judged too.
    """
    settings = settings or Settings()
    names_of_files = list(files_below(root))
    files = frozenset(map(PurePosixPath, names_of_files))
    there = [place for place in sorted(chosen) if place in files or _is_refused(root, place)]
    now, old = _Loaded(), _Loaded()
    for place in there:
        _take(_read(root, place, settings), now)
    for place, data in sorted((before or {}).items()):
        is_record = place.parts[0] == CASES
        path = printable(root / place)
        _take(parse_source(data, path, place, must_have_front_matter=is_record), old)
    names = {name for record in (*now.records, *old.records) for name in _names(record)}
    changed = [place for place in chosen if place not in files or not _is_markdown(place)]
    names |= {written for place in changed for written in _written(place)}
    chosen_names = {place.as_posix() for place in there}
    left = [name for name in names_of_files if name not in chosen_names and _is_record(name)]
    meant = _meant(left, names, now.records)
    others = _others(root, left, names, settings, meant)
    pictures = [
        written
        for place in chosen
        if place.suffix.lower() in PICTURE_SUFFIXES
        for written in _written(place)
    ]
    showing = [
        other.file.path
        for other in others.records
        if any(name in other.file.text for name in pictures)
    ]
    paths = {printable(root / place) for place in there}.union(showing)
    content = Content(
        records=(*others.records, *now.records),
        broken=(*others.broken, *now.broken),
        pages=tuple(now.pages),
        taxonomy=load_taxonomy(root),
        synonyms=load_synonyms(root),
        settings=settings,
        files=files,
        picture_bytes=picture_bytes(root, files),
        today=today(),
    )
    was = None
    if before is not None:
        was = dataclasses.replace(
            content,
            records=(*others.records, *old.records),
            broken=(*others.broken, *old.broken),
            pages=tuple(old.pages),
            files=files.difference(there).union(before),
        )
    return Part(content, frozenset(paths), was)


def load_naming(root: Path, names: Collection[str], settings: Settings) -> tuple[Record, ...]:
    """The records that hold any of the names, as their own or another's, and those they lead to."""
    if not names:
        return ()
    places = [name for name in files_below(root) if _is_record(name)]
    return tuple(_others(root, places, set(names), settings).records)


def _written(place: PurePosixPath) -> tuple[str, str]:
    """How a link may write the name of the file."""
    return place.name, quote(os.fsencode(place.name))


def _is_markdown(place: PurePosixPath) -> bool:
    return place.suffix.lower() == ".md"


def _is_record(name: str) -> bool:
    return name.startswith(f"{CASES}/") and name[-3:].lower() == ".md"


def _is_refused(root: Path, place: PurePosixPath) -> bool:
    """Whether it is there and cannot be used, as a link that leads out of the folder."""
    file = root / place
    if not os.path.lexists(file) or (file.is_dir() and is_inside(file, root)):
        return False
    return refusal(root, place) is not None


def _read(root: Path, place: PurePosixPath, settings: Settings) -> SourceFile | None:
    """The file as a source; None where it is none, as a picture."""
    if not _is_markdown(place):
        return refusal(root, place)
    is_record = place.parts[0] == CASES
    largest = settings.largest_record_bytes
    return read_source(root, place, largest, must_have_front_matter=is_record)


def _take(source: SourceFile | None, into: _Loaded) -> None:
    if source is None:
        return
    if source.location.parts[0] != CASES and _is_markdown(source.location):
        into.pages.append(source)
    elif source.fields is None:
        into.broken.append(source)
    else:
        slug = slug_of(source.fields.get("id"), source.location, {})
        into.records.append(load_record(source, source.fields, slug))


def _names(record: Record) -> Iterator[str]:
    """The names that the record has, and those of others that it gives."""
    yield from (*_own([record]), *record.related, record.case)
    yield from _successors([record])


def _successors(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        if record.withdrawn:
            yield record.withdrawn.superseded_by


def _meant(left: Iterable[str], names: Iterable[str], records: Iterable[Record]) -> set[str]:
    """The files that a message may suggest: those with the name, or nearly, of what is referred to."""
    stems = {name: name.rpartition("/")[2][:-3] for name in left}
    words = {word for record in records for word in _STEM.findall(record.file.text)}
    forms = {id_form(name) for name in set(names).difference(stems.values(), _own(records)) if name}
    return {
        name for name, stem in stems.items() if stem in words or (forms and id_form(stem) in forms)
    }


def _own(records: Iterable[Record]) -> Iterator[str]:
    """The names that the records have themselves."""
    for record in records:
        yield from (record.id, *record.aliases)


def _others(
    root: Path,
    left: list[str],
    names: set[str],
    settings: Settings,
    meant: Collection[str] = (),
) -> _Loaded:
    """The records among `left` that hold any of the names, those meant, and those they lead on to."""
    found = _Loaded()
    sought: set[str] = set()
    while meant or (names - sought - {""}):
        new = names - sought - {""}
        sought |= new
        hits = set(meant).union(holding(root, left, {os.fsencode(name) for name in new}))
        meant = ()
        for name in sorted(hits):
            _take(_read(root, PurePosixPath(name), settings), found)
        left = [name for name in left if name not in hits]
        names = set(_successors(found.records))
    return found
