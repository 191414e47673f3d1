"""Comments in front matter by which a writer takes a rule back for one record.

`# kb: ignore[rule-name] reason` on a line of its own or after a value, several names with commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_SILENCE = re.compile(r"(?:^|(?<=\s))#\s*kb:\s*ignore\s*\[(?P<rules>[^\]]*)\](?P<reason>.*)$")


@dataclass(frozen=True, slots=True)
class Silence:
    """One rule silenced by a comment; a comment that names several is as many silences."""

    rule: str
    span: Span
    """Where the comment names the rule."""
    reason: str
    comment: Span | None = None
    """The comment with the blanks before it, and its line where it stands alone; None where it names more rules."""


def silences(source: SourceFile) -> Iterator[Silence]:
    """The silences in the front matter of a file, in their order; none where it cannot be read."""
    if source.fields is None or "ignore" not in source.text:
        return
    texts = _lines_of_texts(source)
    for number, line in enumerate(source.lines[1 : source.body_line - 2], start=2):
        comment = _SILENCE.search(line)
        if not comment or number in texts or _is_quoted(source, number, comment.start()):
            continue
        names = list(re.finditer(r"[^,\s]+", comment["rules"]))
        place = _place_of_comment(source, number, comment.start()) if len(names) == 1 else None
        for name in names:
            start = comment.start("rules") + name.start() + 1
            span = Span(source.path, number, start, number, start + len(name[0]))
            yield Silence(name[0], span, comment["reason"].strip(" \t:–—-"), place)


def _place_of_comment(source: SourceFile, line: int, column: int) -> Span:
    text = source.lines[line - 1]
    before = text[:column].rstrip(" \t")
    if before:
        return Span(source.path, line, len(before) + 1, line, len(text) + 1)
    return Span(source.path, line, 1, line + 1, 1)


def _lines_of_texts(source: SourceFile) -> set[int]:
    """The lines on which only a text goes on, where `#` starts no comment."""
    parents = {key[:-1] for key in (*source.key_spans, *source.value_spans)}
    lines: set[int] = set()
    for key, span in source.value_spans.items():
        if span.end_line > span.line and key not in parents:
            lines.update(range(span.line + 1, span.end_line + (span.end_column > 1)))
    return lines


def _is_quoted(source: SourceFile, line: int, column: int) -> bool:
    """Whether the place (`column` from 0) lies within a value that stands on one line."""
    return any(
        span.line == line == span.end_line and span.column - 1 <= column < span.end_column - 1
        for span in source.value_spans.values()
    )
