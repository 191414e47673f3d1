"""What was typed to values, as they stand in front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kb_builder.drafting.questions import Key, Question
from kb_builder.load.dates import readings
from kb_builder.model.fields import FIELDS, Field


def answer(question: Question, typed: Sequence[str]) -> object:
    """The value of what was typed; what cannot be read stays a text, which the rules then judge."""
    values = [_value(question.field, _encodable(text)) for text in typed if text.strip()]
    if question.is_list:
        return values
    return values[0] if values else None


def _encodable(text: str) -> str:
    """The text with a sign in place of bytes that the terminal or the shell could not tell."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _value(field: Field, text: str) -> object:
    match field.type:
        case "date" | "dates":
            return _day(text.strip())
        case "minutes":
            number = text.strip()
            return int(number) if number.isascii() and number.isdecimal() else number
        case "markdown":
            return text
        case _:
            # A text of one line would be read back so, whatever stood around it.
            return " ".join(text.split()) if field.name != "signatures" else text.strip()


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        days = readings(text, text)
        return days[0] if len(days) == 1 else text


def is_empty(value: object) -> bool:
    return value in (None, [], ()) or (isinstance(value, str) and not value.strip())


def nested(values: Mapping[Key, object]) -> dict[str, object]:
    """The values as front matter has them, a mapping's in the order of its fields."""
    fields: dict[str, object] = {}
    for field in FIELDS:
        if field.type == "mapping":
            inner = {each.name: values.get((field.name, each.name)) for each in field.fields}
            fields[field.name] = {name: v for name, v in inner.items() if not is_empty(v)}
        else:
            fields[field.name] = values.get((field.name,))
    return fields


def flat(fields: Mapping[str, Any]) -> dict[Key, object]:
    """The other way round: what the front matter of a file gives, by key; unknown fields left out."""
    values: dict[Key, object] = {}
    for field in FIELDS:
        given = fields.get(field.name)
        if field.type == "mapping":
            given = given if isinstance(given, dict) else {}
            inner = {(field.name, each.name): given.get(each.name) for each in field.fields}
            values |= {key: value for key, value in inner.items() if not is_empty(value)}
        elif not is_empty(given):
            values[field.name,] = given
    return values
