"""What stands in a record's front matter, before it became a value of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from kb_builder.model.fields import Kind
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath

_Entry = TypeVar("_Entry")

CLOSED_KINDS: tuple[Kind, ...] = ("case", "collaboration")
"""The kinds that were opened and closed in Service Desk."""

UNUSABLE = ("wrong-type", "date-in-another-format")
"""The rules of values that are left out of the record."""

KIND_NAMES = {"case": "a case", "collaboration": "a collaboration", "article": "an article"}


def given(record: Record, *key: str) -> Any:
    """The plain value at `key`, of whatever type; None where there is none."""
    value: Any = record.file.fields
    for part in key:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def is_missing(record: Record, *key: str) -> bool:
    """Whether the key is missing or has an empty value; one of the wrong type is not missing."""
    value = given(record, *key)
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def entries(
    record: Record, values: tuple[_Entry, ...], *key: str
) -> Iterator[tuple[KeyPath, _Entry]]:
    """The values that came of the list at `key`, each with its key: some entries may be left out."""
    written = given(record, *key)
    if not isinstance(written, list):
        yield from ((key, value) for value in values)
        return
    wrong = {problem.span for problem in record.file.problems if problem.rule in UNUSABLE}
    keys = [
        (*key, number)
        for number, entry in enumerate(written)
        if entry is not None and record.file.span(*key, number) not in wrong
    ]
    yield from zip(keys, values, strict=True)
