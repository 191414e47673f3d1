from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb_builder.check.example_articles import NEIGHBOURS
from kb_builder.check.fields import entries
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.signature import compiled, signature_problem

_ONE_IN = 20
_FEWEST_RECORDS = 4
_SAMPLE = 60
"""Of so many records at least one matches, or it is taken that no more than one in 20 do."""


def check(content: Content) -> Iterator[Finding]:
    logs = [log for record in content.records if (log := _log(record))]
    every = max(1, len(logs) // _SAMPLE)
    for record in content.records:
        for key, signature in entries(record, record.signatures, "signatures"):
            if signature_problem(signature):
                continue
            pattern = compiled(signature)
            if every > 1 and not _matching(pattern, logs[::every]):
                continue
            count = _matching(pattern, logs)
            if count >= _FEWEST_RECORDS and count * _ONE_IN > len(logs):
                message = f"{shown(signature)} matches {count} of {len(logs)} records"
                help = "add the code or the words that only this issue has"
                yield Finding(record.file.span(*key), message, help)


def _log(record: Record) -> str:
    """What somebody with this issue would paste."""
    return "\n".join((record.symptom, *record.customer_words)).strip()


def _matching(pattern: re.Pattern[str], logs: Sequence[str]) -> int:
    return sum(1 for log in logs if pattern.search(log))


_SYMPTOM = """\
symptom: |
  Halyard Mail on the web shows `Sign-in failed` to the user. The log of the server says
  `HID50011: the reply address does not match`.
"""

RULE = Rule(
    name="signature-too-broad",
    theme="findable",
    severity="warning",
    summary="A signature that matches more than one record in twenty",
    reason=(
        "A record whose signature matches comes before all that is found by words. One that matches "
        "the logs of other issues too pushes the right record down."
    ),
    step="case-closure#publish-the-record",
    bad=Example(f"{_SYMPTOM}signatures:\n  - 'Sign-in failed'", files=NEIGHBOURS),
    expected="""\
CASE-000417.md:6:5: warning[signature-too-broad] `Sign-in failed` matches 4 of 4 records
  help: add the code or the words that only this issue has""",
    good=Example(f"{_SYMPTOM}signatures:\n  - 'HID50011: the reply address'", files=NEIGHBOURS),
    check_content=check,
    needs_all_records=True,
)
