"""Puts placeholders in the place of what is private, the same one for the same value everywhere."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb_builder.check.privacy.finding import found_in, span_of
from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.markup import Markup
from kb_builder.check.privacy.scan import KINDS, scan
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.settings import Settings
from kb_builder.model.source import SourceFile

_PLACEHOLDERS = {
    "mail-address": "user",
    "public-ip-address": "host",
    "phone-number": "phone",
    "tenant-guid": "tenant",
    "denied-name": "name",
    "payment-card": "card",
    "secret": "secret",
}
_THERE = re.compile(rf"(?:<|&lt;)({'|'.join(_PLACEHOLDERS.values())})([0-9]{{1,6}})>")

_MOST_PASSES = 100
"""Each replaces as much as one scan finds."""


@dataclass(frozen=True, slots=True)
class Replaced:
    placeholder: str
    what: str
    """What stood there, with its article, without the value."""
    times: int


def redact(text: str, settings: Settings | None = None) -> tuple[str, tuple[Replaced, ...]]:
    """A text that is no record yet, such as a log, without what is private; and what that was."""
    settings = settings or Settings()
    replaced: list[Replaced] = []
    for _ in range(_MOST_PASSES):
        found = scan(text, settings.denied_names, settings.allowed_values)
        if not found:
            break
        text, more = _redacted_once(text, found)
        replaced += more
    return text, tuple(replaced)


def _redacted_once(text: str, found: tuple[tuple[str, Found], ...]) -> tuple[str, list[Replaced]]:
    names = _named(text, found)
    parts: list[str] = []
    done = 0
    times: Counter[str] = Counter()
    whats: dict[str, str] = {}
    for kind, one in found:
        start, end = _without_brackets(text, one.start, one.end)
        placeholder = names[kind, one.value]
        parts += text[done:start], placeholder
        done = end
        times[placeholder] += 1
        whats[placeholder] = one.what
    replaced = [Replaced(name, what, times[name]) for name, what in whats.items()]
    return "".join((*parts, text[done:])), replaced


def with_redactions(content: Content, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings, those of the rules on privacy with the edits that mend them, and first.

    What is silenced or off is not found, and so not replaced.
    """
    sources = {record.file.path: record.file for record in content.records}
    edits: dict[str, dict[tuple[str, int, int], tuple[Edit, ...]]] = {}
    mended: list[Diagnostic] = []
    others: list[Diagnostic] = []
    for finding in found:
        path = finding.span.path
        if finding.rule not in KINDS or path not in sources:
            others.append(finding)
            continue
        if path not in edits:
            edits[path] = _edits(sources[path], content.settings)
        place = (finding.rule, finding.span.line, finding.span.column)
        mended.append(dataclasses.replace(finding, edits=edits[path].get(place, ())))
    return mended + others


def _edits(source: SourceFile, settings: Settings) -> dict[tuple[str, int, int], tuple[Edit, ...]]:
    """For each value, by its kind and the place where it stands first, the edits at all places."""
    text = source.text
    found = tuple(found_in(source, settings))
    names = _named(text, found)
    markup = Markup(source)
    by_value: dict[tuple[str, str], list[Edit]] = {}
    first: dict[tuple[str, str], tuple[str, int, int]] = {}
    for kind, one in found:
        start, end = _without_brackets(text, one.start, one.end)
        span = span_of(source, start, end)
        placeholder = markup.write(names[kind, one.value], start)
        by_value.setdefault((kind, one.value), []).append(Edit(span, placeholder))
        at = span_of(source, one.start, one.end)
        first.setdefault((kind, one.value), (kind, at.line, at.column))
    return {first[value]: tuple(edits) for value, edits in by_value.items()}


def _named(text: str, found: Iterable[tuple[str, Found]]) -> dict[tuple[str, str], str]:
    """A placeholder for each value, numbered on from those that are there."""
    last: dict[str, int] = dict.fromkeys(_PLACEHOLDERS.values(), 0)
    for there in _THERE.finditer(text):
        last[there[1]] = max(last[there[1]], int(there[2]))
    names: dict[tuple[str, str], str] = {}
    for kind, one in found:
        if (kind, one.value) not in names:
            name = _PLACEHOLDERS[kind]
            last[name] += 1
            names[kind, one.value] = f"<{name}{last[name]}>"
    return names


def _without_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the `<` and `>` around it, which the placeholder brings itself."""
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        return start - 1, end + 1
    return start, end
