from __future__ import annotations

from kb_builder.check.conditions.values import OneOf, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import KINDS

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
    check_record=meets(
        OneOf(field="kind", values=KINDS, message="{value} is no kind of record"),
    ),
)
