"""What is likely meant by a field that no record has."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from kb_builder.check.fields import given
from kb_builder.model.fields import FIELDS_BY_NAME, Field, FieldType, fields_of
from kb_builder.model.record import Record
from kb_builder.model.words import closest

_BODY_NAMES = frozenset({
    "analysis", "appendix", "background", "body", "comment", "comments", "content", "description",
    "detail", "details", "information", "investigation", "log", "logs", "note", "notes",
    "remarks", "steps", "summary", "text", "timeline",
})  # fmt: skip
_NEAR = 0.8
_APART = 0.1
"""By how much the name that is meant must be nearer than any other."""

_TYPES: dict[FieldType, type | tuple[type, ...]] = {
    "text": str,
    "markdown": str,
    "date": date,
    "minutes": int,
    "texts": list,
    "dates": list,
    "mapping": dict,
}


def belongs_in_body(name: str, value: Any) -> bool:
    """Whether the field that no record has holds a text which is the body of the record."""
    if name in FIELDS_BY_NAME or not isinstance(value, str) or "\n" not in value.strip():
        return False
    return name.casefold() in _BODY_NAMES or closest(name, FIELDS_BY_NAME) is None


def meant(record: Record, *within: str) -> dict[str, str]:
    """The field that each unknown one is nearest to, at the top or in the mapping `within`."""
    names = known(record, *within)
    fields = given(record, *within)
    if not isinstance(fields, dict):
        return {}
    return {
        name: near
        for name, value in fields.items()
        if name not in names
        and (within or (name not in FIELDS_BY_NAME and not belongs_in_body(name, value)))
        and (near := closest(name, names))
    }


def known(record: Record, *within: str) -> dict[str, Field]:
    """The fields that may stand there, by name."""
    fields: Iterable[Field] = fields_of(record.kind)
    for name in within:
        fields = FIELDS_BY_NAME[name].fields if name in FIELDS_BY_NAME else ()
    return {field.name: field for field in fields}


def is_misspelt(record: Record, *key: str) -> bool:
    """Whether a field that is not given is likely meant by one of another name beside it."""
    *within, name = key
    return key not in record.file.key_spans and name in meant(record, *within).values()


def sure_name(record: Record, name: str, *within: str) -> str:
    """The name that alone can be meant, whose value would fit and is not given; else empty."""
    fields = known(record, *within)
    folded = name.casefold().replace("-", "_").replace(" ", "_")
    ratios = {other: difflib.SequenceMatcher(None, folded, other).ratio() for other in fields}
    best, *others = sorted(ratios.values(), reverse=True)
    if best < _NEAR or (others and best - others[0] < _APART):
        return ""
    near = max(ratios, key=ratios.__getitem__)
    value = given(record, *within, name)
    wanted = _TYPES[fields[near].type]
    fits = isinstance(value, wanted) and not isinstance(value, (bool, datetime))
    return near if fits and given(record, *within, near) is None else ""
