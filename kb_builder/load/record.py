"""A source file to a Record: plain values to the types of their fields."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from kb_builder.load.dates import readings
from kb_builder.model.diagnostic import Edit, Problem
from kb_builder.model.fields import FIELDS, Field, FieldType
from kb_builder.model.record import Confirmation, Record, Withdrawal
from kb_builder.model.source import KeyPath, SourceFile

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9][\d_]*)", re.ASCII)
_MAPPINGS: dict[str, Callable[..., Any]] = {"confirmation": Confirmation, "withdrawn": Withdrawal}


def load_record(source: SourceFile, fields: Mapping[str, Any], slug: str) -> Record:
    """The record of a file whose front matter gives `fields`.

    A value of the wrong type is left out, and the record's `file` has a problem of the rule
    `wrong-type`, or `date-in-another-format`, at its place.
    """
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field.name in fields:
            value = _convert(field, fields[field.name], (field.name,), source, problems)
            if value is not None:
                values[field.name] = value
    if problems:
        source = dataclasses.replace(source, problems=(*source.problems, *problems))
    return Record(file=source, slug=slug, **values)


def _convert(
    field: Field, value: Any, key: KeyPath, source: SourceFile, problems: list[Problem]
) -> Any:
    """The value as its field's type; None where it is nothing, or wrong, which is noted."""
    if value is None:
        return None
    if field.type == "mapping":
        if not isinstance(value, dict):
            names = ", ".join(f"`{inner.name}`" for inner in field.fields)
            return _wrong(key, value, "a mapping", f"give it {names}", source, problems)
        inner_values = {}
        for inner in field.fields:
            found = _convert(inner, value.get(inner.name), (*key, inner.name), source, problems)
            if found is not None:
                inner_values[inner.name] = found
        return _MAPPINGS[field.name](**inner_values)
    if field.type in ("texts", "dates"):
        entries = value if isinstance(value, list) else [value]
        if isinstance(value, dict) or (field.type == "texts" and isinstance(value, str)):
            help = f"write it as a list: `{field.name}:` and below it `- ` before each"
            return _wrong(key, value, "a list", help, source, problems)
        one: FieldType = "text" if field.type == "texts" else "date"
        single = dataclasses.replace(field, type=one)
        converted = (
            _convert(single, entry, (*key, number), source, problems)
            for number, entry in enumerate(entries)
        )
        return tuple(entry for entry in converted if entry is not None)
    return _convert_single(field, value, key, source, problems)


def _convert_single(
    field: Field, value: Any, key: KeyPath, source: SourceFile, problems: list[Problem]
) -> Any:
    match field.type:
        case "date":
            day = _as_date(value)
            if day is None:
                if days := readings(value, _written(source, key)):
                    problems.append(_in_another_format(key, value, days, source))
                    return None
                return _wrong(key, value, "a date", "write it as 2026-11-24", source, problems)
            return day
        case "minutes":
            help = "write whole minutes, such as 45"
            if isinstance(value, bool) or not isinstance(value, int):
                return _wrong(key, value, "a whole number", help, source, problems)
            written = _written(source, key)
            if not _PLAIN_NUMBER.fullmatch(written):
                help = f"YAML reads `{written}` as {value}; {help}"
                return _wrong(key, written, "a whole number", help, source, problems)
            return value
        case _:
            if not isinstance(value, str):
                help = _help_for_text(value, _written(source, key))
                return _wrong(key, value, "a text", help, source, problems)
            return value if field.type == "markdown" else value.strip()


def _help_for_text(value: Any, written: str) -> str:
    if isinstance(value, (list, dict)):
        return "write one text"
    read = str(value).lower() if isinstance(value, bool) else str(value)
    quoted = f"put it in quotes: `'{written}'`"
    return quoted if read == written else f"YAML reads `{written}` as {read}; {quoted}"


def _written(source: SourceFile, key: KeyPath) -> str:
    """The value at `key` as it stands in the file, on its first line."""
    span = source.span(*key)
    end = span.end_column - 1 if span.end_line == span.line else None
    return source.lines[span.line - 1][span.column - 1 : end]


def _as_date(value: Any) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def _in_another_format(
    key: KeyPath, value: Any, days: tuple[date, ...], source: SourceFile
) -> Problem:
    span = source.span(*key)
    stands_on_one_line = span.line == span.end_line
    written = value.strip() if isinstance(value, str) else _written(source, key)
    is_sure = len(days) == 1
    edits = (Edit(span, str(days[0])),) if is_sure and stands_on_one_line else ()
    message = f"`{written}` is a date in another format"
    help = "write " + " or ".join(f"`{day}`" for day in days)
    help += "" if is_sure else ", whichever is meant"
    return Problem("date-in-another-format", span, message, help, edits)


def _wrong(
    key: KeyPath, value: Any, wanted: str, help: str, source: SourceFile, problems: list[Problem]
) -> None:
    name = ".".join(str(part + 1 if isinstance(part, int) else part) for part in key)
    message = f"`{name}` is {_describe(value)}, not {wanted}"
    problems.append(Problem("wrong-type", source.span(*key), message, help))


_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "a text"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (list, "a list"),
    (dict, "a mapping"),
)


def _describe(value: Any) -> str:
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "something else")
