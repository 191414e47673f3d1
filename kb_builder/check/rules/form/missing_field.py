from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import given, is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.fields import KINDS, NOTES, Field, fields_of
from kb_builder.model.record import Record

_HAVE_RULES_OF_THEIR_OWN = {
    *NOTES,
    "confirmation",
    "confirmation.by",
    "last_quality_response",
    "last_notes",
    "labor_minutes",
}


def check(record: Record, content: Content) -> Iterator[Finding]:
    for field in fields_of(record.kind):
        if record.kind in KINDS or field.kinds == KINDS:
            yield from _look(record, field)
        mapping = given(record, field.name)
        if isinstance(mapping, dict) and (mapping or field.name not in _HAVE_RULES_OF_THEIR_OWN):
            for inner in field.fields:
                yield from _look(record, inner, field.name)


def _look(record: Record, field: Field, *within: str) -> Iterator[Finding]:
    key = (*within, field.name)
    name = ".".join(key)
    if field.required and name not in _HAVE_RULES_OF_THEIR_OWN and is_missing(record, *key):
        written = key in record.file.key_spans
        message = f"`{name}` {'has no value' if written else 'is missing'}"
        span = record.file.key_span(*(key if written else within))
        yield Finding(span, message, f"write `{field.name}:` and {field.meaning}")


RULE = Rule(
    name="missing-field",
    theme="form",
    summary="A field that is missing although every record of its kind has it",
    reason=(
        "The lists, the filters and the figures of the site are made from these fields. A record "
        "without one is left out where somebody looks for it."
    ),
    step="case-closure#publish-the-record",
    bad=Example(without=("owner", "severity")),
    expected="""\
CASE-000417.md:1:1: error[missing-field] `owner` is missing
  help: write `owner:` and the alias of who closed it
CASE-000417.md:1:1: error[missing-field] `severity` is missing
  help: write `severity:` and `B` or `C`, the severity at closing""",
    good=Example("owner: jonas.t\nseverity: C"),
    check_record=check,
)
