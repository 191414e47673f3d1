"""Finds files of a content folder by the bytes in them, without reading their fields."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from kb_builder.load.source import is_inside, refusal

_WORD = re.compile(rb"[\w.%-]+")
_FEW = 16
"""So many names are sought one by one; more are looked up among the words of each file."""


def holding(root: Path, places: Iterable[str], names: set[bytes]) -> Iterator[str]:
    """The files, of those at `places` below `root`, in which one of the names stands."""
    odd = names if len(names) <= _FEW else {name for name in names if not _WORD.fullmatch(name)}
    below = os.path.join(root, "")  # noqa: PTH118 - 10,000 paths are made
    for place in places:
        try:
            with open(below + place, "rb", buffering=0) as file:  # noqa: PTH123
                data = file.read()
        except OSError:
            continue
        for name in odd:
            if name in data:
                yield place
                break
        else:
            if len(names) > _FEW and not names.isdisjoint(_WORD.findall(data)):
                yield place


def files_below(root: Path) -> Iterator[str]:
    """Every file below `root`, and every link that leads to one of them; no hidden ones."""
    folders = [("", os.fspath(root))]
    while folders:
        below, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{below}{entry.name}/", entry.path))
            elif entry.is_symlink():
                place = PurePosixPath(below + entry.name)
                is_known = entry.is_dir() and is_inside(root / place, root)
                if not is_known and not refusal(root, place):
                    yield below + entry.name
            elif entry.is_file(follow_symlinks=False):
                yield below + entry.name
