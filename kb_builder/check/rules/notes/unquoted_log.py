from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.long_logs import unquoted_logs
from kb_builder.check.markdown.places import Places
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_LINE = "2026-03-04 10:00:0{} INFO  request {} answered\n"


def check(record: Record, content: Content) -> Iterator[Finding]:
    most = content.settings.longest_log_lines
    for field, text in record.markdown().items():
        if field not in ("symptom", "body") or "\n" not in text:
            continue
        for start, lines in unquoted_logs(record, text, most):
            message = f"of a log of {lines} lines, none that tells the error is quoted"
            help = "quote the line of the error in the symptom, in a block of its own"
            yield Finding(Places(record, field, text).span(*start), message, help)


RULE = Rule(
    name="unquoted-log",
    theme="notes",
    severity="warning",
    summary="A wall of log in which the reader has to find the error",
    reason=(
        "Whoever reads forty lines to find the one that counts gives up, and the search weighs all "
        "of them alike. The line of the error belongs in the symptom, the rest below."
    ),
    step="case-closure#good-symptom",
    bad=Example(
        body="```text\n"
        + "".join(_LINE.format(number, number) for number in range(4))
        + "2026-03-04 10:00:09 ERROR token of the client was rejected\n```\n",
        settings={"longest_log_lines": 4},
    ),
    expected="""\
CASE-000417.md:33:1: warning[unquoted-log] of a log of 5 lines, none that tells the error is quoted
  help: quote the line of the error in the symptom, in a block of its own""",
    good=Example(
        body="The log says `token of the client was rejected`:\n\n```text\n"
        + "".join(_LINE.format(number, number) for number in range(4))
        + "2026-03-04 10:00:09 ERROR token of the client was rejected\n```\n",
        settings={"longest_log_lines": 4},
    ),
    check_record=check,
)
