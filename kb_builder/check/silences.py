"""Comments in front matter by which a writer takes a rule back for one record.

`# kb: ignore[rule-name] reason` on a line of its own or after a value, several names with commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_SILENCE = re.compile(r"(?:^|(?<=\s))#\s*kb:\s*ignore\s*\[(?P<rules>[^\]]*)\](?P<reason>.*)$")

_MOST_RULES = 200
"""Of one comment: more than there are."""


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
    inside, on_line = _texts(source)
    for number, line in enumerate(source.lines[1 : source.body_line - 2], start=2):
        comment = _SILENCE.search(line)
        if not comment or number in inside:
            continue
        column = comment.start() + 1
        if any(span.column <= column < span.end_column for span in on_line.get(number, ())):
            continue
        names = list(islice(re.finditer(r"[^,\s]+", comment["rules"]), _MOST_RULES))
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


def _texts(source: SourceFile) -> tuple[set[int], dict[int, list[Span]]]:
    """Where `#` starts no comment: the lines on which only a text goes on, and the texts of a line.

    Values that hold others are left out, for they reach over the comments between those.
    """
    parents = {key[:-1] for key in (*source.key_spans, *source.value_spans)}
    inside: set[int] = set()
    on_line: dict[int, list[Span]] = {}
    for key, span in source.value_spans.items():
        if key in parents:
            continue
        if span.end_line > span.line:
            inside.update(range(span.line + 1, span.end_line + (span.end_column > 1)))
        else:
            on_line.setdefault(span.line, []).append(span)
    return inside, on_line
