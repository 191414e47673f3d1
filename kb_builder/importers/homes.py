"""Where imported records stand: what was imported before keeps its id and file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from kb_builder.load.content import CASES
from kb_builder.model.content import Content

_ID = re.compile(r"KB-(\d{6})")


@dataclass(frozen=True)
class Home:
    """Where the record of one source stands, or will."""

    id: str
    file: PurePosixPath
    """Below the content folder."""
    fields: Mapping[str, Any]
    """What the record says already."""


def find_homes(sources: Iterable[str], content: Content) -> dict[str, Home]:
    """The home of each source: that of the record that names it, or a new one with the next number.

    A new one stands in the source's folder below `cases/`.
    """
    old = {record.source: record for record in reversed(content.records) if record.source}
    number = max(_numbers(content), default=0)
    homes: dict[str, Home] = {}
    for source in sources:
        record = old.get(source)
        if record and record.id:
            homes[source] = Home(record.id, record.file.location, record.file.fields or {})
        else:
            number += 1
            name = f"KB-{number:06}"
            homes[source] = Home(name, PurePosixPath(CASES, source).parent / f"{name}.md", {})
    return homes


def _numbers(content: Content) -> Iterable[int]:
    """The numbers that ids, former ids and file names of articles have."""
    names = [name for record in content.records for name in (record.id, *record.aliases)]
    for name in (*names, *(file.stem for file in content.files)):
        if match := _ID.fullmatch(name):
            yield int(match[1])
