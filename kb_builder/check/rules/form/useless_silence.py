from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.silences import Silence
from kb_builder.model.diagnostic import Edit


def check(unused: Sequence[Silence]) -> Iterator[Finding]:
    for silence in unused:
        message = f"`{silence.rule}` finds nothing here that could be silenced"
        edits = (Edit(silence.comment, ""),) if silence.comment else ()
        yield Finding(silence.span, message, "take the comment out", edits)


RULE = Rule(
    name="useless-silence",
    theme="form",
    severity="warning",
    summary="A comment that silences a rule which finds nothing",
    reason=(
        "The defect was mended and its excuse stayed. The next defect of that kind would pass "
        "unseen under it."
    ),
    step="case-closure#publish-the-record",
    bad=Example("severity: B  # kb: ignore[severity-a-at-closure] the customer asked for it"),
    expected="""\
CASE-000417.md:2:27: warning[useless-silence] `severity-a-at-closure` finds nothing here that could be silenced
  help: take the comment out""",
    good=Example(
        "severity: A  # kb: ignore[severity-a-at-closure] closed while Service Desk was down"
    ),
    check_unused=check,
    fixable=True,
)
