from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.signature import signature_problem


def check(record: Record, content: Content) -> Iterator[Finding]:
    for key, signature in entries(record, record.signatures, "signatures"):
        problem = signature_problem(signature)
        if problem:
            yield Finding(key, problem.message, problem.help)


RULE = Rule(
    name="signature-unusable",
    theme="form",
    summary="A signature that cannot be searched for in a log",
    reason=(
        "A signature that matches a pasted log puts its record first. It is run on the whole log, "
        "in the terminal and in the reader's browser, so it has to mean the same in both, to tell "
        "its issue from others, and to be quick on any text. One that is not is left out."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "signatures:\n"
        "  - '(?i)HID50011: .* does not match'\n"
        "  - 'HID\\d+: .*.* does not match'\n"
        "  - '.*: \\d+'"
    ),
    expected="""\
CASE-000417.md:3:5: error[signature-unusable] `(?i` sets flags
  help: leave it out: small letters match capitals anyway
CASE-000417.md:4:5: error[signature-unusable] the signature could take too long on a long log
  help: start it with a fixed word, and give its repeats low limits, such as `.{0,40}`
CASE-000417.md:5:5: error[signature-unusable] the signature starts with the repeat `.*`
  help: start it with fixed text: it is looked for anywhere in a log""",
    good=Example("signatures:\n  - 'HID50011: the reply address.* does not match'"),
    check_record=check,
)
