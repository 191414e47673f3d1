"""What a mutation is, and the small changes that mutations are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb_builder.model.fields import FIELDS
from tests.conftest import PROJECT

Files = dict[str, bytes | Path]
"""A content folder: by path below it what a file holds, or where a symbolic link points to."""
Change = Callable[[Files], None]

CASE = "cases/mail/CASE-000417.md"
COLLABORATION = "cases/mail/COLLAB-000032.md"
ARTICLE = "cases/mail/KB-000108.md"
WITHDRAWN = "cases/drive/KB-000116.md"
IN_ITS_PLACE = "cases/drive/KB-000127.md"
LONE = "cases/drive/CASE-000215.md"
"""A case that no other record names, so that it may vanish or change its id."""
PICTURE = "cases/mail/CASE-000417/certificate-dialog.png"

_FOLDERS = ("taxonomy", "cases/mail", "cases/drive")
_RANKS = {field.name: rank for rank, field in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One way to make a clean folder bad, and where its rule must say so."""

    rule: str
    what: str
    change: Change
    at: str
    """Stands in the path, number or text of every line that is reported."""
    times: int = 1
    settings: dict[str, Any] = field(default_factory=dict)


def clean_files() -> Files:
    """A part of the example content that is clean on its own: cases, articles, help, pictures."""
    root = PROJECT / "content"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in _FOLDERS
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def write_files(files: Files, root: Path) -> None:
    for name, holds in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(holds, Path):
            path.symlink_to(holds)
        else:
            path.write_bytes(holds)


def text_of(files: Files, path: str) -> str:
    holds = files[path]
    assert isinstance(holds, bytes)
    return holds.decode()


def all_of(*changes: Change) -> Change:
    def change(files: Files) -> None:
        for one in changes:
            one(files)

    return change


def put(field_text: str, path: str = CASE) -> Change:
    """Give a field this text, in the place of what it has or where it belongs."""
    name = field_text.split(":")[0]

    def change(files: Files) -> None:
        head, *fields, end = _chunks(text_of(files, path))
        names = [chunk.split(":")[0] for chunk in fields]
        at = next((n for n, other in enumerate(names) if _rank(other) >= _rank(name)), len(names))
        fields[at : at + (name in names)] = [f"{field_text}\n"]
        files[path] = "".join((head, *fields, end)).encode()

    return change


def drop(name: str, path: str = CASE) -> Change:
    """Leave a field out."""

    def change(files: Files) -> None:
        chunks = _chunks(text_of(files, path))
        left = [chunk for chunk in chunks if chunk.split(":")[0] != name]
        assert len(left) == len(chunks) - 1
        files[path] = "".join(left).encode()

    return change


def replace(old: str, new: str, path: str = CASE) -> Change:
    """Write `new` for `old`, which stands there once."""

    def change(files: Files) -> None:
        text = text_of(files, path)
        assert text.count(old) == 1, f"{text.count(old)} times in {path}: {old}"
        files[path] = text.replace(old, new).encode()

    return change


def append(text: str, path: str = CASE) -> Change:
    """Add to the end of a file."""

    def change(files: Files) -> None:
        files[path] = (text_of(files, path) + text).encode()

    return change


def add(path: str, holds: bytes | str | Path) -> Change:
    """Add a file or a link, or write another over it."""

    def change(files: Files) -> None:
        files[path] = holds.encode() if isinstance(holds, str) else holds

    return change


def move(old: str, new: str) -> Change:
    """Name a file otherwise."""

    def change(files: Files) -> None:
        files[new] = files.pop(old)

    return change


def remove(path: str) -> Change:
    def change(files: Files) -> None:
        del files[path]

    return change


def encoded(change: Callable[[bytes], bytes], path: str = LONE) -> Change:
    """Do something to the bytes of a file."""

    def change_bytes(files: Files) -> None:
        files[path] = change(text_of(files, path).encode())

    return change_bytes


def _rank(name: str) -> int:
    return _RANKS.get(name, len(_RANKS))


def _chunks(text: str) -> list[str]:
    """The mark at the start, each field with its lines, and the mark at the end with the body."""
    end = text.index("\n---", 3) + 1
    fields = [chunk for chunk in re.split(r"(?m)^(?=\w)", text[4:end]) if chunk]
    return [text[:4], *fields, text[end:]]
