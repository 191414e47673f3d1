from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kb_builder.check.markdown.code import CodeBlock, code_blocks
from kb_builder.check.markdown.prose import has_html_to_keep
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.written import Written, written_texts
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath, SourceFile
from kb_builder.model.span import Span

_BLANKS = " \t"
_MARKERS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)+")


def check(record: Record, content: Content) -> Iterator[Finding]:
    source = record.file
    if not any(f"{blank}\n" in source.text for blank in _BLANKS):
        return
    texts = list(written_texts(record))
    numbers = set(_in_front_matter(source, {(text.field,): text.indent for text in texts}))
    for text in texts:
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


def _in_front_matter(source: SourceFile, indents: Mapping[KeyPath, int]) -> Iterator[int]:
    """The lines with blanks at their end that no text of several lines goes on over."""
    parents = {key[:-1] for key in source.value_spans}
    texts: set[int] = set()
    for key, span in source.value_spans.items():
        if span.end_line > span.line and key not in parents:
            is_quoted = source.lines[span.line - 1][span.column - 1 :][:1] in ("'", '"')
            texts.update(range(span.line + (not is_quoted), span.end_line + 1))
            number = span.end_line + 1
            # Blank lines below a text are part of it where they are indented deeper than it is.
            while number < source.body_line and not source.lines[number - 1].strip():
                line = source.lines[number - 1]
                if line.strip(_BLANKS) or len(line) > indents.get(key, 0):
                    texts.add(number)
                number += 1
    for number, line in enumerate(source.lines[: source.body_line - 1], 1):
        if line.endswith((" ", "\t")) and number not in texts:
            yield number


def _in_text(written: Written) -> Iterator[int]:
    """The lines of a Markdown text whose blanks at the end mean nothing."""
    lines = written.lines
    if not any(line.endswith((" ", "\t")) for line in lines) or has_html_to_keep(written.text):
        return
    blocks = code_blocks(written.text)
    left_alone = _code(blocks, lines) | _in_code_spans(blocks, lines)
    for number, line in enumerate(lines):
        if number in left_alone:
            continue
        stripped = line.rstrip(_BLANKS)
        below = "".join(lines[number + 1 : number + 2])
        is_break = line.endswith("  ") and stripped and below.strip(_BLANKS)
        # Without the blanks a backslash would break the line, and an empty item of a list end.
        is_in_item = not stripped and number and _MARKERS.fullmatch(lines[number - 1])
        means = is_break or is_in_item or stripped.endswith("\\")
        if line != stripped and not means:
            yield number


def _in_code_spans(blocks: tuple[CodeBlock, ...], lines: list[str]) -> set[int]:
    """The lines of paragraphs in which a code span may go on from one line to the next."""
    between = {number for number, line in enumerate(lines) if not line.strip(_BLANKS)}
    for block in blocks:
        between.update(range(block.start - block.is_fenced, block.end + block.is_fenced))
    found: set[int] = set()
    start = 0
    for end in (*sorted(between), len(lines)):
        if any(_has_open_span(line) for line in lines[start:end]):
            found.update(range(start, end))
        start = end + 1
    return found


def _has_open_span(line: str) -> bool:
    unclosed: set[int] = set()
    for run in re.findall("`+", line):
        unclosed ^= {len(run)}
    return bool(unclosed)


def _code(blocks: tuple[CodeBlock, ...], lines: list[str]) -> set[int]:
    """The lines of code, with the blank ones below indented code, which may go on after them."""
    code: set[int] = set()
    for block in blocks:
        code.update(range(block.start, block.end))
        end = block.end
        while not block.is_fenced and end < len(lines) and not lines[end].strip(_BLANKS):
            code.add(end)
            end += 1
    return code


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
    fixable=True,
    bad=Example("owner: mira.k  \nlabor_minutes: 95 "),
    expected="""\
CASE-000417.md:2:14: hint[trailing-blanks] 2 lines end in blanks
  help: take them out, or let `kb fix` do it""",
    good=Example("owner: mira.k\nlabor_minutes: 95", body="\nMira Keller  \nfor the mail team\n"),
    check_record=check,
)
