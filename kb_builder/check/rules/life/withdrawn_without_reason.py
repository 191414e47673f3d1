from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import given, is_missing
from kb_builder.check.phrases import placeholders
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    help = "say under `withdrawn.reason:` what is wrong with it, and what holds instead"
    if record.has("withdrawn") and given(record, "withdrawn") is None:
        span = record.file.key_span("withdrawn")
        yield Finding(span, "`withdrawn` says neither since when nor why", help)
    elif isinstance(given(record, "withdrawn"), dict):
        if is_missing(record, "withdrawn", "reason"):
            span = record.file.key_span("withdrawn")
            yield Finding(span, "the record is withdrawn, and nothing says why", help)
        elif record.withdrawn and any(placeholders(record.withdrawn.reason)):
            message = "the record is withdrawn, and the reason is still to be written"
            yield Finding(("withdrawn", "reason"), message, help)


RULE = Rule(
    name="withdrawn-without-reason",
    theme="life",
    summary="A record that is withdrawn without a word on why",
    reason=(
        "Withdrawn records stay, because links and memories lead to them. Whoever arrives must learn "
        "whether the steps are dangerous, or merely old, before they try them all the same."
    ),
    step="case-closure#publish-the-record",
    bad=Example("withdrawn:\n  on: 2026-03-20"),
    expected="""\
CASE-000417.md:2:1: error[withdrawn-without-reason] the record is withdrawn, and nothing says why
  help: say under `withdrawn.reason:` what is wrong with it, and what holds instead""",
    good=Example(
        "withdrawn:\n  on: 2026-03-20\n"
        "  reason: Since Halyard Mail 7.4 the address follows by itself, and step 2 breaks that.",
    ),
    check_record=check,
)
