from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind != "case":
        return
    for field, value in (
        ("severity", record.severity),
        ("severity_opened", record.severity_opened),
    ):
        if value and value not in ("A", "B", "C"):
            yield Finding((field,), f"{shown(value)} is no severity", "write `A`, `B` or `C`")


RULE = Rule(
    name="unknown-severity",
    theme="closing",
    summary="A severity other than A, B and C",
    reason=(
        "How often a business stood still is counted by the severity at opening. A case of any "
        "other severity is counted nowhere."
    ),
    step="case-closure#lower-severity",
    bad=Example("severity_opened: Critical"),
    expected="""\
CASE-000417.md:2:18: error[unknown-severity] `Critical` is no severity
  help: write `A`, `B` or `C`""",
    good=Example("severity_opened: A"),
    check_record=check,
)
