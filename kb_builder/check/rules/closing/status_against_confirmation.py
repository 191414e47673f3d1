from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_SILENT = re.compile(r"\b(?:not (?:respond|answer|reply)ing|no (?:response|answer|reply))\b")
_STATUSES = {
    "taxonomy/statuses.yml": "- status: Resolved\n- status: Customer not responding\n"
    "  needs_reason: true\n"
}
_REASON = "status_reason: Asked three times whether the new reply address works for all."


def check(record: Record, content: Content) -> Iterator[Finding]:
    status = content.taxonomy.status(record.status)
    confirmation = record.confirmation
    if not status or not confirmation or confirmation.by != "customer" or record.kind != "case":
        return
    if _SILENT.search(status.name.casefold()):
        message = f"the status is `{status.name}`, and the customer has confirmed"
        help = "choose the status that the customer has confirmed; or write `by: idle`"
        yield Finding(("status",), message, help)


RULE = Rule(
    name="status-against-confirmation",
    theme="closing",
    severity="warning",
    summary="A status that says the customer is silent over a confirmation of theirs",
    reason=(
        "One of the two is wrong. Readers take the resolution of a silent customer for untested, "
        "and the team counts them among those who were lost."
    ),
    step="case-closure#idle-case",
    bad=Example(
        f"status: Customer not responding\n{_REASON}\n"
        "confirmation:\n  by: customer\n  on: 2026-03-05",
        files=_STATUSES,
    ),
    expected="""\
CASE-000417.md:2:9: warning[status-against-confirmation] the status is `Customer not responding`, and the customer has confirmed
  help: choose the status that the customer has confirmed; or write `by: idle`""",
    good=Example(
        f"status: Customer not responding\n{_REASON}\n"
        "confirmation:\n  by: idle\n  on: 2026-03-05\n"
        "  attempts:\n    - 2026-03-03\n    - 2026-03-04\n    - 2026-03-05",
        files=_STATUSES,
    ),
    check_record=check,
)
