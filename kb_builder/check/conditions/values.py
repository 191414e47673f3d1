"""Rules told as data: what they are made of, so that they run in a browser too.

Each class has a twin in `site_templates/assets/kb/conditions.js`, which reads it as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from kb_builder.check.conditions.condition import (
    Choices,
    Condition,
    Number,
    filled,
    resolved,
    resolved_number,
    value_of,
)
from kb_builder.check.fields import is_missing
from kb_builder.check.markdown.places import Places
from kb_builder.check.phrases import PHRASES, is_empty
from kb_builder.check.rule import Finding
from kb_builder.check.unknown_fields import is_misspelt
from kb_builder.check.wording import one_of, shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.words import count_words


@dataclass(frozen=True, kw_only=True)
class Given(Condition):
    """That the field has a value."""

    test: ClassVar[str] = "given"

    written: str = ""
    """The message where the field stands there with nothing in it, if that is another."""
    at: str = ""
    """The field that it is found at instead."""
    at_name: bool = False
    """Whether it is found at the field's name, and not at its value."""

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        key = tuple(self.field.split("."))
        if not is_missing(record, *key) or is_misspelt(record, *key):
            return
        is_written = key in record.file.key_spans
        message = self.written if self.written and is_written else self.said(record)
        place = tuple(self.at.split(".")) if self.at else key
        if self.at_name:
            there = place if place in record.file.key_spans else place[:-1]
            yield Finding(record.file.key_span(*there), message, self.help)
        else:
            yield Finding(place, message, self.help)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"written": self.written, "at": self.at}


@dataclass(frozen=True, kw_only=True)
class NotGiven(Condition):
    """That the field has no value."""

    test: ClassVar[str] = "not-given"

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        if not is_missing(record, *self.field.split(".")):
            yield self.found(record)


@dataclass(frozen=True, kw_only=True)
class OneOf(Condition):
    """That the field, where it has a value, has one of those allowed; the help names them."""

    test: ClassVar[str] = "one-of"

    values: Choices
    others: Mapping[str, str] | None = None
    """The message for values that have a meaning, but not here."""

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        value, values = value_of(record, self.field), resolved(self.values, content)
        if not isinstance(value, str) or not value or not values or value in values:
            return
        message = (self.others or {}).get(value, self.message)
        help = self.help or one_of(value, values)
        yield Finding(tuple(self.field.split(".")), filled(message, {"value": shown(value)}), help)

    def arguments(self, content: Content) -> dict[str, Any]:
        values = list(resolved(self.values, content))
        return {"values": values, "others": dict(self.others or {})}


@dataclass(frozen=True, kw_only=True)
class NoneOf(Condition):
    """That the field has none of the values."""

    test: ClassVar[str] = "none-of"

    values: Choices

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        value = value_of(record, self.field)
        if value in resolved(self.values, content):
            yield self.found(record, value=shown(str(value)))

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"values": list(resolved(self.values, content))}


@dataclass(frozen=True, kw_only=True)
class MoreThan(Condition):
    """That the number, where there is one, is more than another."""

    test: ClassVar[str] = "more-than"

    number: int

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        value = value_of(record, self.field)
        if isinstance(value, int) and value <= self.number:
            yield self.found(record, number=value)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"number": self.number}


@dataclass(frozen=True, kw_only=True)
class MatchesPattern(Condition):
    """That the field, where it has a value, matches a pattern in full; its kind says which."""

    test: ClassVar[str] = "matches"

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        value, pattern = value_of(record, self.field), content.settings.id_pattern(record.kind)
        if value and pattern and not pattern.fullmatch(value):
            yield self.found(record, value=shown(value), pattern=pattern.pattern)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"patterns": dict(content.settings.id_patterns)}


@dataclass(frozen=True, kw_only=True)
class AtMostCharacters(Condition):
    """That the text is not longer than that."""

    test: ClassVar[str] = "at-most-characters"

    most: Number

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        length, most = len(value_of(record, self.field)), resolved_number(self.most, content)
        if length > most:
            yield self.found(record, length=length, most=most)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"most": resolved_number(self.most, content)}


@dataclass(frozen=True, kw_only=True)
class AtLeastWords(Condition):
    """That the text has as many words as that."""

    test: ClassVar[str] = "at-least-words"

    fewest: Number

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        text = value_of(record, self.field)
        fewest = resolved_number(self.fewest, content)
        words = count_words(text, most=fewest)
        if text and words < fewest:
            count = "1 word" if words == 1 else f"{words} words"
            yield self.found(record, count=count, fewest=fewest)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"fewest": resolved_number(self.fewest, content)}


@dataclass(frozen=True, kw_only=True)
class SaysSomething(Condition):
    """That the text is there and holds a word or code; `written` is for one that does not."""

    test: ClassVar[str] = "says-something"

    written: str = ""

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        text = value_of(record, self.field)
        is_missed = is_missing(record, self.field) and not is_misspelt(record, self.field)
        if is_missed or (text and is_empty(text)):
            message = self.written if record.has(self.field) else self.message
            yield Finding((self.field,), message, self.help)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"written": self.written}


@dataclass(frozen=True, kw_only=True)
class NoPhrase(Condition):
    """That the text holds no phrase of a kind; each that it does is found at its own place."""

    test: ClassVar[str] = "no-phrase"

    phrase: str
    """A name of `check.phrases.PHRASES`."""

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        text = value_of(record, self.field)
        for start, end in PHRASES[self.phrase](text):
            span = Places(record, self.field, text).span(start, end)
            yield Finding(span, filled(self.message, {"value": shown(text[start:end])}), self.help)

    def arguments(self, content: Content) -> dict[str, Any]:
        return {"phrase": self.phrase}


@dataclass(frozen=True, slots=True)
class Conditions:
    """The check of a record that is told as data."""

    all: tuple[Condition, ...]

    def __call__(self, record: Record, content: Content) -> Iterator[Finding]:
        for condition in self.all:
            if not condition.kinds or record.kind in condition.kinds:
                yield from condition.findings(record, content)

    def told(self, content: Content) -> list[dict[str, Any]]:
        return [condition.told(content) for condition in self.all]


def meets(*conditions: Condition) -> Conditions:
    return Conditions(conditions)
