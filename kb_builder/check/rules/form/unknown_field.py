from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import given
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.unknown_fields import belongs_in_body, known, meant, sure_name
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.fields import FIELDS_BY_NAME
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    near = meant(record)
    for name, value in (record.file.fields or {}).items():
        field = FIELDS_BY_NAME.get(name)
        if field is None:
            yield _finding(record, name, near.get(name))
        elif field.fields and isinstance(value, dict):
            inner_near = meant(record, name)
            for inner in value:
                if inner not in known(record, name):
                    yield _finding(record, inner, inner_near.get(inner), name)


def _finding(record: Record, name: str, near: str | None, *within: str) -> Finding:
    span = record.file.key_span(*within, name)
    where = "".join(f" in `{outer}`" for outer in within)
    help = f"did you mean `{near}`?" if near else "take it out, or move what it says into the body"
    if not within and belongs_in_body(name, given(record, name)):
        help = "move its text into the body, below the closing `---`"
    sure = sure_name(record, name, *within) if near else ""
    edits = (Edit(span, sure),) if sure and span.line == span.end_line else ()
    return Finding(span, f"unknown field {shown(name)}{where}", help, edits)


RULE = Rule(
    name="unknown-field",
    theme="form",
    summary="A field that no record has",
    reason=(
        "A mistyped field is no field: what stands in it is not shown, not searched and not "
        "checked, and the writer believes that it is."
    ),
    step="case-closure#publish-the-record",
    fixable=True,
    bad=Example("tag:\n  - sign-in"),
    expected="""\
CASE-000417.md:2:1: error[unknown-field] unknown field `tag`
  help: did you mean `tags`?""",
    good=Example("tags:\n  - sign-in"),
    check_record=check,
)
