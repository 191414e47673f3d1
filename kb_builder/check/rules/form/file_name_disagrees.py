from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    pattern = content.settings.id_pattern(record.kind)
    if not record.id or not pattern or not pattern.fullmatch(record.id):
        return
    name = record.file.location.name
    if name == f"{record.id}.md":
        return
    named = [
        match[0]
        for pattern in content.settings.id_patterns.values()
        if (match := re.match(rf"(?:{pattern})(?![^\W_])", name, re.IGNORECASE))
    ]
    # A name without a number, such as `reply-address.md`, says nothing that could be wrong.
    if named and record.id.casefold() not in map(str.casefold, named):
        message = f"the record is {shown(record.id)}, and its file {shown(name)}"
        help = f"name the file {shown(f'{record.id}.md')}, or correct the id"
        yield Finding(("id",), message, help)


RULE = Rule(
    name="file-name-disagrees",
    theme="form",
    severity="warning",
    summary="A file that is named for another id than its record has",
    reason=(
        "Colleagues open a record by its number, and look for the file of that name. One that was "
        "copied from another record and kept its number also hides the copy."
    ),
    step="case-closure#publish-the-record",
    bad=Example("id: CASE-000471"),
    expected="""\
CASE-000417.md:2:5: warning[file-name-disagrees] the record is `CASE-000471`, and its file `CASE-000417.md`
  help: name the file `CASE-000471.md`, or correct the id""",
    good=Example("id: CASE-000417"),
    check_record=check,
)
