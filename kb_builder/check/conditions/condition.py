"""What one thing is that a record must meet, told as data so that a browser can ask it too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from kb_builder.check.fields import is_missing
from kb_builder.check.rule import Finding
from kb_builder.model.content import Content
from kb_builder.model.record import Record

Choices = tuple[str, ...] | Callable[[Content], tuple[str, ...]]
"""Values that are always the same, or those that the taxonomy or the settings give."""
Number = int | Callable[[Content], int]


@dataclass(frozen=True, slots=True)
class Where:
    """Under which alone something is asked: another field has one of the values, or any at all.

    The empty value is that of a field that has none.
    """

    field: str
    values: Choices | None = None

    def holds(self, record: Record, content: Content) -> bool:
        value = value_of(record, self.field)
        if self.values is None:
            return value is not None and not is_missing(record, *self.field.split("."))
        return ("" if value is None else value) in resolved(self.values, content)

    def told(self, content: Content) -> dict[str, Any]:
        values = None if self.values is None else list(resolved(self.values, content))
        return {"field": self.field, "values": values}


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One thing that a field must meet.

    In `message` and `help`, `{value}` and the like stand for what the record has.
    """

    test: ClassVar[str]
    """Names it in data."""

    field: str
    """A field inside a mapping after a full stop: `confirmation.by`."""
    message: str = ""
    help: str = ""
    kinds: tuple[str, ...] = ()
    """Of which kinds it is asked; none says of all."""
    when: tuple[Where, ...] = ()
    unless: tuple[Condition, ...] = ()
    """Conditions on the same field: where one of them is not met, this one is not asked."""

    def findings(self, record: Record, content: Content) -> Iterator[Finding]:
        if self.kinds and record.kind not in self.kinds:
            return
        for where in self.when:
            if not where.holds(record, content):
                return
        found = list(self.unmet(record, content))
        # The others are asked only where it matters, for they may take far longer.
        if found and not any(any(other.findings(record, content)) for other in self.unless):
            yield from found

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        raise NotImplementedError

    def found(self, record: Record, **words: object) -> Finding:
        at = tuple(self.field.split("."))
        return Finding(at, self.said(record, words), filled(self.help, words))

    def said(self, record: Record, words: Mapping[str, object] = {}) -> str:
        """The message, which may also name the fields of `when`."""
        others = {where.field: value_of(record, where.field) for where in self.when}
        return filled(self.message, {**others, **words})

    def told(self, content: Content) -> dict[str, Any]:
        """It as JSON, with what the settings and the taxonomy say put in."""
        data = {
            "test": self.test,
            "field": self.field,
            "message": self.message,
            "help": self.help,
            "kinds": list(self.kinds),
            "when": [where.told(content) for where in self.when],
            "unless": [other.told(content) for other in self.unless],
            **self.arguments(content),
        }
        return {name: value for name, value in data.items() if value not in ("", [])}

    def arguments(self, content: Content) -> dict[str, Any]:
        return {}


def resolved(values: Choices, content: Content) -> tuple[str, ...]:
    return values if isinstance(values, tuple) else values(content)


def resolved_number(number: Number, content: Content) -> int:
    return number if isinstance(number, int) else number(content)


def value_of(record: Record, field: str) -> Any:
    """The field's value as its type, empty where it has none that can be used."""
    if field == "body":
        return record.body
    value: Any = record
    for part in field.split("."):
        value = getattr(value, part, None)
    return value


def filled(template: str, words: Mapping[str, object]) -> str:
    """The template with each `{name}` replaced; what is put in is not looked at again."""
    return re.sub(r"\{(\w+)\}", lambda match: str(words.get(match[1], match[0])), template)
