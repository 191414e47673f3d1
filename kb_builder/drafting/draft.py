"""A record while it is being written, and what the rules say of it so far."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from kb_builder.check import all_rules, check
from kb_builder.drafting.answers import is_empty, nested
from kb_builder.drafting.desk import Desk
from kb_builder.drafting.log import Log, with_log, with_quote
from kb_builder.drafting.questions import Key, Question, questions
from kb_builder.importers.writer import record_text
from kb_builder.load.content import CASES
from kb_builder.load.record import load_record
from kb_builder.load.source import parse_source, printable
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fields import FieldType, Kind
from kb_builder.model.source import SourceFile

Findings = list[Diagnostic]

_ANYTHING: dict[FieldType, object] = {
    "text": "x",
    "markdown": "x",
    "date": date(2000, 1, 1),
    "minutes": 1,
    "texts": ["x"],
    "dates": [date(2000, 1, 1)],
}
_NAMED = re.compile(r"`([a-z_]+(?:\.[a-z_]+)?):?(?: [^`]*)?`")
"""A field that a message or a help names, perhaps with a value."""


@dataclass(frozen=True)
class Draft:
    """The answers given so far."""

    kind: Kind
    id: str
    """The next free one; another record may have taken it when this one is filed."""
    values: Mapping[Key, object] = field(default_factory=dict)
    body: str = ""

    def with_answer(self, key: Key, value: object) -> Draft:
        return dataclasses.replace(self, values={**self.values, key: value})

    def with_log(self, log: Log) -> Draft:
        """The draft with the log in its body, and its error line in the symptom that is there."""
        draft = dataclasses.replace(self, body=with_log(self.body, log)) if log.text else self
        return draft if is_empty(self.values.get(("symptom",))) else draft.with_quote(log)

    def with_quote(self, log: Log) -> Draft:
        symptom = str(self.values.get(("symptom",)) or "")
        return self.with_answer(("symptom",), with_quote(symptom, log))

    def text(self) -> str:
        """The file."""
        return record_text({**nested(self.values), "id": self.id, "kind": self.kind}, self.body)

    def missing(self) -> list[str]:
        """The options that give what every record of the kind has and this one lacks."""
        return [
            question.option
            for question in questions(self.kind)
            if question.field.required and is_empty(self.values.get(question.key))
        ]

    def named(self) -> frozenset[str]:
        """The ids of other records that it gives."""
        related = self.values.get(("related",))
        names = related if isinstance(related, list) else []
        return frozenset(filter(None, map(str, [*names, self.values.get(("case",)) or ""])))


def judge(draft: Draft, desk: Desk) -> tuple[SourceFile, Findings]:
    """The draft as a file, and what is wrong in it."""
    location = PurePosixPath(CASES, f"{draft.id}.md")
    path = printable(desk.root / location)
    source = parse_source(draft.text().encode(), path, location)
    if source.fields is None:
        content = dataclasses.replace(desk.content, broken=(source,))
    else:
        record = load_record(source, source.fields, draft.id)
        source = record.file
        others = desk.records(draft.named())
        files = desk.content.files | {location}
        content = dataclasses.replace(desk.content, records=(*others, record), files=files)
    rules = [rule for rule in all_rules() if not rule.needs_all_records]
    return source, [found for found in check(content, rules) if found.span.path == path]


def findings_at(draft: Draft, question: Question, asked: Collection[Key], desk: Desk) -> Findings:
    """What the answers given so far are to blame for, the last of which is that to `question`.

    A finding that names a field which has not been asked for waits until it has been.
    """
    source, found = judge(draft, desk)
    keys = {each.key for each in questions(draft.kind)}
    waiting = keys.difference(asked)
    told = []
    for finding in found:
        place = _place(source, finding, keys)
        is_early = place in waiting or _fields_named(finding, place, keys) & waiting
        if not is_early and (place or finding.span.line >= source.body_line):
            told.append(finding)
    if question.field.required and is_empty(draft.values.get(question.key)):
        told += _missed(draft, question, found, desk)
    return told


def _missed(draft: Draft, question: Question, found: Findings, desk: Desk) -> Findings:
    """The findings that an answer, whatever it be, would make go away: they stand at no field."""
    _, left = judge(draft.with_answer(question.key, _ANYTHING[question.field.type]), desk)
    still = {(finding.rule, finding.message) for finding in left}
    return [
        finding
        for finding in found
        if finding.span.line == 1 and (finding.rule, finding.message) not in still
    ]


def _fields_named(finding: Diagnostic, place: Key, keys: Collection[Key]) -> set[Key]:
    names = {
        tuple(name.split(".")) for name in _NAMED.findall(f"{finding.message}\n{finding.help}")
    }
    within = {(*place[:1], *name) for name in names}
    return {name for name in names | within if name in keys}


def _place(source: SourceFile, finding: Diagnostic, keys: Collection[Key]) -> Key:
    """The field that the finding stands in; empty where it stands in none that is asked for."""
    at = (finding.span.line, finding.span.column)
    best: Key = ()
    for key in keys:
        name, value = source.key_spans.get(key), source.value_spans.get(key)
        if name is None:
            continue
        end = max(
            (name.end_line, name.end_column),
            (value.end_line, value.end_column) if value else (0, 0),
        )
        if (name.line, name.column) <= at <= end and len(key) > len(best):
            best = key
    return best
