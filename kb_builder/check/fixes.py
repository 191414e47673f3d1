"""Makes the edits that findings carry: on the text of the files, so that all else stays as it is."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kb_builder.check.runner import check
from kb_builder.load.record import load_record
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.source import SourceFile

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"
_MOST_PASSES = 10
"""Each pass makes the edits that overlapped with those of the pass before it."""

Judge = Callable[[Content], list[Diagnostic]]
"""Gives the findings whose edits are to be made."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text of a file with the edits made, which do not overlap.

    The text is as in the file: it may start with a byte order mark, and its lines end as they end.
    """
    mark, text = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    ends = list(_LINE_END.finditer(text))
    line_end = ends[0][0] if ends else "\n"
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]

    def offset(line: int, column: int) -> int:
        return (
            min(starts[line - 1] + column - 1, stops[line - 1])
            if line <= len(starts)
            else len(text)
        )

    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        span = edit.span
        parts += text[done : offset(span.line, span.column)], edit.text.replace("\n", line_end)
        done = offset(span.end_line, span.end_column)
    return mark + "".join((*parts, text[done:]))


def together(findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, list[Edit]]]:
    """The findings that can be mended at once, and their edits by the path of the file.

    All edits of a finding are made or none. Of two that overlap the first is made; the other waits
    for the next pass, when it is judged anew.
    """
    chosen: list[Diagnostic] = []
    edits: dict[str, list[Edit]] = {}
    for finding in findings:
        wanted = sorted(set(finding.edits))
        if not wanted or any(_overlap(one, other) for one, other in pairwise(wanted)):
            continue
        if not any(_is_taken(edit, edits.get(edit.span.path, [])) for edit in wanted):
            chosen.append(finding)
            for edit in wanted:
                insort(edits.setdefault(edit.span.path, []), edit)
    return chosen, edits


def _is_taken(edit: Edit, others: list[Edit]) -> bool:
    at = bisect_left(others, edit)
    return any(_overlap(*sorted((edit, other))) for other in others[max(at - 1, 0) : at + 1])


def _overlap(first: Edit, second: Edit) -> bool:
    """Whether both want the same stretch; two at one place do, for their order would be chance."""
    if first.span.path != second.span.path:
        return False
    end = (first.span.end_line, first.span.end_column)
    start = (second.span.line, second.span.column)
    return start < end or start == (first.span.line, first.span.column)


@dataclass
class MendedFile:
    """A file before and after, as its text stands in it, with byte order mark and line ends."""

    source: SourceFile
    before: str
    after: str
    made: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True)
class Mended:
    content: Content
    """The content as it is with all edits made."""
    files: tuple[MendedFile, ...]
    """The files that are to change, in the order of their paths."""
    left: list[Diagnostic]
    """What is still found."""


def mend(
    content: Content,
    read: Callable[[SourceFile], str | None],
    judge: Judge = check,
    may_change: Callable[[SourceFile], bool] = lambda source: True,
) -> Mended:
    """Make the edits of what `judge` finds, again and again until nothing more changes.

    `read` gives a file's text as it stands on disk, or None where it is to be left alone. Nothing
    is written. A file that would no longer load as a record is left as it was.
    """
    files: dict[str, MendedFile] = {}
    sources = {source.path: source for source in _sources(content) if may_change(source)}
    found: list[Diagnostic] = []
    for _ in range(_MOST_PASSES):
        found = judge(content)
        while True:
            chosen, edits = together(
                finding for finding in found if all(e.span.path in sources for e in finding.edits)
            )
            changed: dict[str, tuple[str, SourceFile]] = {}
            for path in edits:
                mended = _mended(files, sources[path], edits[path], read)
                if mended is None:
                    del sources[path]
                    break
                changed[path] = mended
            else:
                break
        changed = {path: new for path, new in changed.items() if new[0] != files[path].after}
        if not changed:
            break
        for path, (after, source) in changed.items():
            files[path].after, sources[path] = after, source
            files[path].made += [d for d in chosen if any(e.span.path == path for e in d.edits)]
        content = _replaced(content, {path: source for path, (_, source) in changed.items()})
    mended_files = (files[path] for path in sorted(files))
    return Mended(content, tuple(file for file in mended_files if file.after != file.before), found)


def _sources(content: Content) -> Iterable[SourceFile]:
    return (*content.pages, *(record.file for record in content.records))


def _mended(
    files: dict[str, MendedFile],
    source: SourceFile,
    edits: list[Edit],
    read: Callable[[SourceFile], str | None],
) -> tuple[str, SourceFile] | None:
    """The file's new text, and the source of it; None where the file has to be left alone."""
    if source.path not in files:
        text = read(source)
        if text is None:
            return None
        files[source.path] = MendedFile(source, text, text)
    after = apply(files[source.path].after, edits)
    parsed = parse_source(
        after.encode(), source.path, source.location, must_have_front_matter=False
    )
    lost = parsed.fields is None and source.fields is not None
    return None if lost or len(parsed.problems) > len(source.problems) else (after, parsed)


def _replaced(content: Content, sources: dict[str, SourceFile]) -> Content:
    return dataclasses.replace(
        content,
        pages=tuple(sources.get(page.path, page) for page in content.pages),
        records=tuple(
            load_record(sources[record.file.path], fields, record.slug)
            if (fields := getattr(sources.get(record.file.path), "fields", None)) is not None
            else record
            for record in content.records
        ),
    )
