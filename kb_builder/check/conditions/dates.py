"""What two days of a record must meet, told as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any, ClassVar

from kb_builder.check.conditions.condition import Condition, value_of
from kb_builder.check.fields import entries
from kb_builder.check.rule import Finding
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath


@dataclass(frozen=True, slots=True)
class _Day:
    key: KeyPath
    on: date

    def __str__(self) -> str:
        name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in self.key)
        return f"`{name}`, {self.on}"


@dataclass(frozen=True, kw_only=True)
class NotAfter(Condition):
    """That the day, or each of a list of days, is not after another."""

    test: ClassVar[str] = "not-after"

    other: str
    """The field that holds the later day."""

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        for earlier, later in product(_days(record, self.field), _days(record, self.other)):
            if earlier.on > later.on:
                first, last = sorted((earlier, later), key=lambda day: record.file.span(*day.key))
                relation = "after" if last is earlier else "before"
                yield Finding(last.key, f"{last}, is {relation} {first}", self.help)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"other": self.other}


def _days(record: Record, field: str) -> list[_Day]:
    key = tuple(field.split("."))
    value = value_of(record, field)
    if isinstance(value, tuple):
        return [_Day(*entry) for entry in entries(record, value, *key)]
    return [_Day(key, value)] if value else []
