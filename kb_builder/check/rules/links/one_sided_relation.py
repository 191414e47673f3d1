from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(content: Content) -> Iterator[Finding]:
    for record in content.records:
        if not record.id or record.withdrawn:
            continue
        for key, name in entries(record, record.related, "related"):
            other = content.by_name.get(name)
            if other and not other.withdrawn and not _names(other, record):
                message = f"{shown(name)} does not name this record in turn"
                help = f"add {shown(record.id)} to its `related`"
                yield Finding(record.file.span(*key), message, help)


def _names(other: Record, record: Record) -> bool:
    """Whether `other` names `record` by any of its ids, or is the same."""
    ids = {record.id, *record.aliases}
    return other.id == record.id or not ids.isdisjoint((*other.related, other.case))


RULE = Rule(
    name="one-sided-relation",
    theme="links",
    severity="warning",
    summary="A relation that only one of the two records knows",
    reason=(
        "Whoever finds the one record is led to the other, and whoever finds the other is led "
        "nowhere. Search decides which of the two a reader meets first, so both name each other."
    ),
    step="case-closure#publish-the-record",
    bad=Example("related:\n  - CASE-000417", kind="collaboration"),
    expected="""\
COLLAB-000032.md:3:5: warning[one-sided-relation] `CASE-000417` does not name this record in turn
  help: add `COLLAB-000032` to its `related`""",
    good=Example(
        "related:\n  - CASE-000417",
        kind="collaboration",
        files={"cases/CASE-000417.md": "---\nrelated:\n  - COLLAB-000032\nFIELDS\n---\n"},
    ),
    check_content=check,
)
