from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import did_you_mean, shown
from kb_builder.model.content import Content
from kb_builder.model.fields import FIELDS_BY_NAME, fields_of
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    for name, value in (record.file.fields or {}).items():
        field = FIELDS_BY_NAME.get(name)
        if field is None:
            choices = [field.name for field in fields_of(record.kind)]
            span = record.file.key_span(name)
            yield Finding(span, f"unknown field {shown(name)}", did_you_mean(name, choices))
        elif field.fields and isinstance(value, dict):
            choices = [inner.name for inner in field.fields]
            for inner in value:
                if inner not in choices:
                    span = record.file.key_span(name, inner)
                    message = f"unknown field {shown(inner)} in `{name}`"
                    yield Finding(span, message, did_you_mean(inner, choices))


RULE = Rule(
    name="unknown-field",
    theme="form",
    summary="A field that no record has",
    reason=(
        "A mistyped field is no field: what stands in it is not shown, not searched and not "
        "checked, and the writer believes that it is."
    ),
    step="case-closure#publish-the-record",
    bad=Example("tag:\n  - sign-in"),
    expected="""\
CASE-000417.md:2:1: error[unknown-field] unknown field `tag`
  help: did you mean `tags`?""",
    good=Example("tags:\n  - sign-in"),
    check_record=check,
)
