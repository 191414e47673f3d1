"""Which files the links of a record mean, and why a link means none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from kb_builder.check.markdown.links import Link, links_in
from kb_builder.check.markdown.places import Places
from kb_builder.check.rule import Finding
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.locations import inside
from kb_builder.model.record import Record
from kb_builder.model.span import Span
from kb_builder.model.words import closest

# A scheme has two letters at least: `C:\Temp` is a path on the writer's machine.
_URL = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_ROOTED = re.compile(r"[/\\~]|[a-z]:[\\/]", re.IGNORECASE)


def is_url(target: str) -> bool:
    """Whether the target names its host or scheme, and so no file of the content."""
    return bool(_URL.match(target))


def is_elsewhere(target: str) -> bool:
    """Whether it is a path that does not start at a folder of the content, or one on a share."""
    return bool(_ROOTED.match(target))


def path_in(target: str) -> str:
    """The path of a file that a relative target names, without its query and fragment."""
    return unquote(re.split("[?#]", target, maxsplit=1)[0])


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link or picture of a record, the place of which is sought where somebody asks for it."""

    link: Link
    places: Places

    @property
    def target(self) -> str:
        return self.link.target

    @property
    def is_image(self) -> bool:
        return self.link.is_image

    @property
    def span(self) -> Span:
        """The place of the target."""
        return self.places.span(self.link.start, self.link.end)


def links_of(record: Record) -> Iterator[PlacedLink]:
    """Every link and picture of the record's Markdown."""
    for field, text in record.markdown().items():
        links = links_in(text)
        if links:
            places = Places(record, field, text)
            for link in links:
                yield PlacedLink(link, places)


def without_file(record: Record, content: Content, *, pictures: bool) -> Iterator[Finding]:
    """A finding for each relative link (or picture) that leads to no file of the content."""
    for link in links_of(record):
        if link.is_image != pictures or is_url(link.target) or is_elsewhere(link.target):
            continue
        path = path_in(link.target)
        if path:
            yield from _judge(path, link.span, record, content)


def _judge(path: str, span: Span, record: Record, content: Content) -> Iterator[Finding]:
    folder = record.file.location.parent
    target = inside(folder, path)
    if target is None:
        help = "put what it shows into the content folder, or into the text"
        yield Finding(span, f"{shown(path)} leads out of the content folder", help)
    elif target not in content.files:
        meant = _meant(target, content)
        help = f"did you mean `{posixpath.relpath(meant, folder)}`?" if meant else ""
        if target in content.once(_folders):
            help = help or "name a file in it"
            yield Finding(span, f"{shown(path)} is a folder, not a file", help)
        elif path.endswith("/"):
            message = f"{shown(path)} is the address of a page, not a file"
            yield Finding(span, message, help or "name the file that the page is made from")
        else:
            help = help or "put the file there, or name the one that is meant"
            yield Finding(span, f"there is no file {shown(path)}", help)


def _meant(target: PurePosixPath, content: Content) -> PurePosixPath | None:
    """The file that was meant: the record of a page, one of the same name, or a like one beside it."""
    record = content.by_id.get(target.name) or content.by_id.get(target.stem)
    if record:
        return record.file.location
    if same_name := content.once(_by_name).get(target.name.casefold()):
        return same_name
    beside = {file.name: file for file in content.once(_folders).get(target.parent, ())}
    near = closest(target.name, beside)
    return beside[near] if near else None


def _by_name(content: Content) -> dict[str, PurePosixPath]:
    """The first file of each name, whatever its case."""
    return {file.name.casefold(): file for file in sorted(content.files, reverse=True)}


def _folders(content: Content) -> dict[PurePosixPath, tuple[PurePosixPath, ...]]:
    """The folders that hold a file, at whatever depth, with those that are right in them."""
    beside: dict[PurePosixPath, list[PurePosixPath]] = {}
    for file in sorted(content.files):
        for folder in file.parents:
            beside.setdefault(folder, [])
        beside[file.parent].append(file)
    return {folder: tuple(found) for folder, found in beside.items()}
