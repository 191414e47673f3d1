from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.last_word import said_too_early
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_HELP = "send the summary when the customer has confirmed, and write the day on which it went out"


def check(record: Record, content: Content) -> Iterator[Finding]:
    if record.kind == "case":
        said = record.last_quality_response
        yield from said_too_early(record, "last_quality_response", said, "the", _HELP)


RULE = Rule(
    name="last-quality-response-too-early",
    theme="closing",
    summary="A last quality response that was sent before the customer confirmed",
    reason=(
        "The last quality response tells what resolved the issue. Before the customer has confirmed "
        "it, that is a guess, and whatever was found afterwards is missing in what they keep."
    ),
    step="case-closure#last-quality-response",
    bad=Example(
        "confirmation:\n  by: customer\n  on: 2026-03-05\nlast_quality_response: 2026-03-04"
    ),
    expected="""\
CASE-000417.md:5:24: error[last-quality-response-too-early] `last_quality_response`, 2026-03-04, is before the confirmation on 2026-03-05
  help: send the summary when the customer has confirmed, and write the day on which it went out""",
    good=Example(
        "confirmation:\n  by: customer\n  on: 2026-03-05\nlast_quality_response: 2026-03-05"
    ),
    check_record=check,
)
