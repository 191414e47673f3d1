from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.code import code_blocks
from kb_builder.check.prose import CODE, prose
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.written import Written, written_texts
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.record import Record
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_BLANKS = " \t"
_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]*$|<pre\b", re.MULTILINE | re.IGNORECASE)
"""HTML in which blanks may be part of a value, or are shown."""


def check(record: Record, content: Content) -> Iterator[Finding]:
    source = record.file
    if not any(f"{blank}\n" in source.text for blank in _BLANKS):
        return
    numbers = set(_in_front_matter(source))
    for text in written_texts(record):
        numbers.update(text.first + line for line in _in_text(text))
    spans = []
    for number in sorted(numbers):
        line = source.lines[number - 1]
        start = len(line.rstrip(_BLANKS)) + 1
        spans.append(Span(source.path, number, start, number, len(line) + 1))
    if spans:
        count = len(spans)
        message = "the line ends in blanks" if count == 1 else f"{count} lines end in blanks"
        edits = tuple(Edit(span, "") for span in spans)
        yield Finding(spans[0], message, "take them out, or let `kb fix` do it", edits)


def _in_front_matter(source: SourceFile) -> Iterator[int]:
    """The lines with blanks at their end that no text of several lines goes on over."""
    parents = {key[:-1] for key in source.value_spans}
    texts: set[int] = set()
    for key, span in source.value_spans.items():
        if span.end_line > span.line and key not in parents:
            quoted = source.lines[span.line - 1][span.column - 1 :][:1] in ("'", '"')
            texts.update(range(span.line + (not quoted), span.end_line + 1))
    for number, line in enumerate(source.lines[: source.body_line - 1], 1):
        if line.endswith((" ", "\t")) and number not in texts:
            yield number


def _in_text(written: Written) -> Iterator[int]:
    """The lines of a Markdown text whose blanks at the end mean nothing."""
    lines = written.lines
    ending = [number for number, line in enumerate(lines) if line.endswith((" ", "\t"))]
    if not ending:
        return
    readable = prose(written.text)
    if _HTML.search(readable):
        return
    readable_lines = readable.split("\n")
    code: set[int] = set()
    for block in code_blocks(written.text):
        code.update(range(block.start, block.end))
        end = block.end
        while not block.is_fenced and end < len(lines) and not lines[end].strip():
            code.add(end)
            end += 1
    for number in ending:
        line, after = lines[number], "".join(lines[number + 1 : number + 2])
        is_break = line.endswith("  ") and line.strip() and after.strip()
        # Without the blanks a backslash would break the line.
        is_escape = line.rstrip(_BLANKS).endswith("\\")
        below = "".join(readable_lines[number + 1 : number + 2])
        is_in_span = readable_lines[number].rstrip().endswith(CODE) and below.lstrip(
            " \t>"
        ).startswith(CODE)
        if number not in code and not is_break and not is_escape and not is_in_span:
            yield number


RULE = Rule(
    name="trailing-blanks",
    theme="form",
    severity="hint",
    summary="Blanks at the end of a line",
    reason=(
        "Nobody sees them, and each editor takes out some of them: the next change of the record "
        "then shows lines that nobody has touched. Two blanks before a line of the same paragraph "
        "break the line, and stay, as do those in code."
    ),
    step="case-closure#publish-the-record",
    bad=Example("owner: mira.k  \nlabor_minutes: 95 "),
    expected="""\
CASE-000417.md:2:14: hint[trailing-blanks] 2 lines end in blanks
  help: take them out, or let `kb fix` do it""",
    good=Example("owner: mira.k\nlabor_minutes: 95", body="\nMira Keller  \nfor the mail team\n"),
    check_record=check,
)
