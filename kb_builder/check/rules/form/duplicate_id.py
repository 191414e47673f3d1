from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.span import Span


def check(content: Content) -> Iterator[Finding]:
    taken: dict[str, tuple[str, Span]] = {}
    for record in content.records:
        for name, what, span in _names(record):
            if name in taken:
                owner, first = taken[name]
                message = f"{shown(name)} is already {owner} of {first.path}:{first.line}"
                yield Finding(span, message, "give each record the id it has in Service Desk")
            else:
                taken[name] = what, span


def _names(record: Record) -> Iterator[tuple[str, str, Span]]:
    """Every name that the record claims, what it is to it, and where it stands."""
    if record.id:
        yield record.id, "the id", record.file.span("id")
    for key, alias in entries(record, record.aliases, "aliases"):
        yield alias, "an alias", record.file.span(*key)


RULE = Rule(
    name="duplicate-id",
    theme="form",
    summary="Two records of one id",
    reason=(
        "A link to such an id leads to one of the two, and chance decides which. An id also counts "
        "as taken where another record names it among its `aliases`, its former ids."
    ),
    step="case-closure#publish-the-record",
    bad=Example(files={"cases/mail/CASE-000417.md": "CLEAN"}),
    expected="""\
mail/CASE-000417.md:2:5: error[duplicate-id] `CASE-000417` is already the id of CASE-000417.md:2
  help: give each record the id it has in Service Desk""",
    good=Example("aliases:\n  - CASE-000398"),
    check_content=check,
)
