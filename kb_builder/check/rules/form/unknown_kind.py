from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import one_of, shown
from kb_builder.model.content import Content
from kb_builder.model.fields import KINDS
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind and record.kind not in KINDS:
        message = f"{shown(record.kind)} is no kind of record"
        yield Finding(("kind",), message, one_of(record.kind, KINDS))


RULE = Rule(
    name="unknown-kind",
    theme="form",
    summary="A kind of record that does not exist",
    reason=(
        "The kind decides which fields a record has and which rules of closure it keeps. Where it "
        "is unknown, most of the record goes unchecked."
    ),
    step="case-closure#publish-the-record",
    bad=Example("kind: incident"),
    expected="""\
CASE-000417.md:2:7: error[unknown-kind] `incident` is no kind of record
  help: choose one of `case`, `collaboration`, `article`""",
    good=Example("kind: case"),
    check_record=check,
)
