from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.index.text import plain
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.signature import compiled, signature_problem


def check(record: Record, content: Content) -> Iterator[Finding]:
    if not record.signatures:
        return
    written = "\n".join((record.title, *record.markdown().values(), *record.customer_words))
    for key, signature in entries(record, record.signatures, "signatures"):
        if signature_problem(signature):
            continue
        pattern = compiled(signature)
        if not pattern.search(written) and not pattern.search(plain(written)):
            message = f"{shown(signature)} matches nothing in this record"
            help = "quote the line of the log that it is meant to match in the symptom, or mend it"
            yield Finding(key, message, help)


RULE = Rule(
    name="signature-without-match",
    theme="findable",
    severity="warning",
    summary="A signature that does not match the record's own log",
    reason=(
        "A signature finds the record in a pasted log. One that does not even match the log lines "
        "that the record quotes is mistyped, or the line it is for is missing from the record."
    ),
    step="case-closure#publish-the-record",
    bad=Example("signatures:\n  - 'HID50012: the reply address .* does not match'"),
    expected="""\
CASE-000417.md:3:5: warning[signature-without-match] `HID50012: the reply address .* does not match` matches nothing in this record
  help: quote the line of the log that it is meant to match in the symptom, or mend it""",
    good=Example("signatures:\n  - 'HID\\d{5}: the reply address .{0,40}does not match'"),
    check_record=check,
)
