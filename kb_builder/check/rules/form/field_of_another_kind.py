from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import KIND_NAMES
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.fields import FIELDS_BY_NAME
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind not in KIND_NAMES:
        return
    for name in record.file.fields or {}:
        field = FIELDS_BY_NAME.get(name)
        if field and record.kind not in field.kinds:
            kinds = " or ".join(KIND_NAMES[kind] for kind in field.kinds)
            message = f"{KIND_NAMES[record.kind]} has no `{name}`"
            yield Finding(record.file.key_span(name), message, f"only {kinds} has one")


RULE = Rule(
    name="field-of-another-kind",
    theme="form",
    summary="A field that records of this kind do not have",
    reason=(
        "An article has no severity, for nothing was ever opened or closed. A field that does not "
        "belong to the record shows that its kind is wrong, or that it was copied from another one."
    ),
    step="case-closure#publish-the-record",
    bad=Example("severity: B", kind="article"),
    expected="""\
KB-000108.md:2:1: error[field-of-another-kind] an article has no `severity`
  help: only a case has one""",
    good=Example(kind="article"),
    check_record=check,
)
