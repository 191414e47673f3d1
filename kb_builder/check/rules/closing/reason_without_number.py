from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    status = content.taxonomy.status(record.status)
    if record.kind not in CLOSED_KINDS or not status or not record.status_reason:
        return
    name = status.name.casefold()
    if "duplicate" in name and not _names_record(record, content):
        message = f"the status is `{status.name}`, and its reason names no record"
        help = "name the id of the record that holds the issue, and how it was shown to be the same"
        yield Finding(("status_reason",), message, help)
    elif re.search(r"\bfix\b", name) and not re.search(r"\d", record.status_reason):
        message = f"the status is `{status.name}`, and its reason names no defect and no release"
        help = "name the number of the defect and the release that is to hold the fix"
        yield Finding(("status_reason",), message, help)


def _names_record(record: Record, content: Content) -> bool:
    patterns = "|".join(f"(?:{pattern})" for pattern in content.settings.id_patterns.values())
    return not patterns or re.search(patterns, record.status_reason) is not None


RULE = Rule(
    name="reason-without-number",
    theme="closing",
    severity="warning",
    summary="A reason that does not name the record, defect or release which it rests on",
    reason=(
        "Whoever meets the same issue wants to know which record holds it, or which release ends it. "
        "*A later version* and *another case* cannot be looked up."
    ),
    step="case-closure#set-state-and-status",
    bad=Example(
        "status: Waiting for product fix\n"
        "status_reason: The product team will keep the reply address in one of the next versions."
    ),
    expected="""\
CASE-000417.md:3:16: warning[reason-without-number] the status is `Waiting for product fix`, and its reason names no defect and no release
  help: name the number of the defect and the release that is to hold the fix""",
    good=Example(
        "status: Waiting for product fix\n"
        "status_reason: Halyard Mail 7.4 will keep the reply address in step (defect HM-2217)."
    ),
    check_record=check,
)
