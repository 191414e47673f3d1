from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath
from kb_builder.model.words import id_form

_HELP = "name a record by the `id` in its file; where it has none yet, write it first"


def check(content: Content) -> Iterator[Finding]:
    by_form = {id_form(name): name for name in content.by_name}
    for record in content.records:
        for key, name in _references(record):
            span = record.file.span(*key)
            owner = content.by_name.get(name)
            if not owner:
                near = by_form.get(id_form(name))
                help = f"did you mean `{near}`?" if near else _HELP
                yield Finding(span, f"there is no record {shown(name)}", help)
            elif record.id and owner.id == record.id:
                yield Finding(span, f"{shown(name)} is this record itself", "name another record")


def _references(record: Record) -> Iterator[tuple[KeyPath, str]]:
    yield from entries(record, record.related, "related")
    if record.kind == "collaboration" and record.case:
        yield ("case",), record.case
    if record.withdrawn and record.withdrawn.superseded_by:
        yield ("withdrawn", "superseded_by"), record.withdrawn.superseded_by


RULE = Rule(
    name="unknown-related",
    theme="links",
    summary="A record named that does not exist",
    reason=(
        "Related records are how a reader gets from an issue to its neighbours, and from a withdrawn "
        "record to the one that holds now. A number that leads nowhere ends the way there."
    ),
    step="case-closure#publish-the-record",
    bad=Example("related:\n  - CASE-417\n  - CASE-000999", kind="collaboration"),
    expected="""\
COLLAB-000032.md:3:5: error[unknown-related] there is no record `CASE-417`
  help: did you mean `CASE-000417`?
COLLAB-000032.md:4:5: error[unknown-related] there is no record `CASE-000999`
  help: name a record by the `id` in its file; where it has none yet, write it first""",
    good=Example("case: CASE-000417", kind="collaboration"),
    check_content=check,
)
