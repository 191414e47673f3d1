"""One file as it was read, whether or not a record came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from kb_builder.model.diagnostic import Problem
from kb_builder.model.span import Span

KeyPath = tuple[str | int, ...]
"""The way to a value in front matter: `("confirmation", "attempts", 0)`."""


@dataclass(frozen=True)
class SourceFile:
    """A text file with front matter, every value of which knows its place."""

    path: str
    """As printed in diagnostics."""
    location: PurePosixPath
    """Relative to the content folder."""
    text: str = ""
    """The whole file with `\\n` line ends and no byte order mark; empty where it could not be read."""
    fields: Mapping[str, Any] | None = None
    """The front matter's plain values; None where there is none that can be used."""
    key_spans: Mapping[KeyPath, Span] = field(default_factory=dict)
    value_spans: Mapping[KeyPath, Span] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body starts."""
    problems: tuple[Problem, ...] = ()
    digest: str = ""
    """SHA-256 of the file's bytes, in hexadecimal."""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def span(self, *key: str | int) -> Span:
        """The place of the value at `key`; where there is none, of its key, its parent, or line 1."""
        while key:
            for spans in (self.value_spans, self.key_spans):
                if key in spans:
                    return spans[key]
            key = key[:-1]
        return Span.whole_line(self.path, 1, len(self.lines[0]))

    def key_span(self, *key: str | int) -> Span:
        """The place of the key itself."""
        return self.key_spans.get(key) or self.span(*key)

    def span_in(self, key: KeyPath, phrase: str, occurrence: int = 0) -> Span:
        """The place of the `occurrence`-th `phrase` (from 0) in the value at `key`, or the value's.

        The phrase is sought in the file's own lines, so it is found in every YAML style in which
        it stands on one line.
        """
        around = self.span(*key)
        return self._find(phrase, occurrence, around) or around

    def _find(self, phrase: str, occurrence: int, within: Span) -> Span | None:
        wanted = phrase.split("\n", 1)[0]
        if not wanted:
            return None
        for number in range(within.line, within.end_line + 1):
            line = self.lines[number - 1]
            at = line.find(wanted, within.column - 1 if number == within.line else 0)
            end = within.end_column - 1 if number == within.end_line else len(line)
            while 0 <= at <= end - len(wanted):
                if occurrence == 0:
                    return Span(self.path, number, at + 1, number, at + 1 + len(wanted))
                occurrence -= 1
                at = line.find(wanted, at + len(wanted))
        return None
