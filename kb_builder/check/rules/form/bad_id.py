from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import KIND_NAMES
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    pattern = content.settings.id_pattern(record.kind)
    if record.id and pattern and not pattern.fullmatch(record.id):
        message = f"{shown(record.id)} is not the id of {KIND_NAMES[record.kind]}"
        yield Finding(("id",), message, f"it has the form `{pattern.pattern}`")


RULE = Rule(
    name="bad-id",
    theme="form",
    summary="An id that is not written as those of its kind are",
    reason=(
        "Colleagues find a record by the number that Service Desk gave it, and type it in full. An "
        "id of another form is found by nobody, and sorts among the wrong ones."
    ),
    step="case-closure#publish-the-record",
    bad=Example("id: CASE-417"),
    expected="""\
CASE-000417.md:2:5: error[bad-id] `CASE-417` is not the id of a case
  help: it has the form `CASE-\\d{6}`""",
    good=Example("id: CASE-000417"),
    check_record=check,
)
