"""One file to a SourceFile: bytes, encoding, size, merge conflicts, front matter."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath

from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.model.diagnostic import Problem
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_CONFLICT = re.compile(
    r"^(<{7}(?: [^\n]*)?)\n(?:.*?\n)??={7}\n(?:.*?\n)??>{7}(?: [^\n]*)?$", re.MULTILINE | re.DOTALL
)
_FENCED = re.compile(r"^ *(```+|~~~+)[^\n]*\n.*?^ *\1", re.MULTILINE | re.DOTALL)


def read_source(
    root: Path, location: PurePosixPath, largest: int, *, must_have_front_matter: bool = True
) -> SourceFile:
    """Read the file at `location` below the content folder `root`.

    Never raises for what the file is or holds: the defect stands in `problems`, and `fields` is
    None where no record can come of it. A file of more than `largest` bytes is not read.
    """
    file = root / location
    path = file.as_posix()
    empty = SourceFile(path, location)
    start = Span.whole_line(path, 1)
    try:
        if not _is_inside(file, root):
            target = file.readlink() if file.is_symlink() else file.resolve()
            message = f"a link to `{target}`, outside the content folder"
            return _with(
                empty, Problem("outside-content", start, message, "put the file itself here")
            )
        if file.is_dir():
            message = "a link to a folder, which is not followed"
            return _with(empty, Problem("outside-content", start, message, "put the files here"))
        size = file.stat().st_size
        if size > largest:
            message = f"{size:,} bytes, where {largest:,} are the most that is read"
            help = "quote the lines that matter, and keep the whole log elsewhere"
            return _with(empty, Problem("file-too-large", start, message, help))
        data = file.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return _with(empty, Problem("unreadable-file", start, message))
    return parse_source(data, path, location, must_have_front_matter=must_have_front_matter)


def parse_source(
    data: bytes, path: str, location: PurePosixPath, *, must_have_front_matter: bool = True
) -> SourceFile:
    """The bytes of a file as a SourceFile; see `read_source`."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        problem = _wrong_encoding(data, error, path)
        return SourceFile(path, location, digest=digest, problems=(problem,))
    source = SourceFile(path, location, text=text, body=text, digest=digest)

    conflict = _CONFLICT.search(_FENCED.sub(_blank, text))
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        span = Span.whole_line(path, line, len(conflict[1]))
        help = "keep the lines that hold, and remove `<<<<<<<`, `=======` and `>>>>>>>`"
        return _with(source, Problem("merge-conflict", span, "an unresolved merge conflict", help))

    handler = PositionedYAMLHandler()
    try:
        front_matter, body = handler.split(text)
    except ValueError:
        if not must_have_front_matter:
            return source
        return _with(source, _no_front_matter(text, path))
    composed = handler.compose(front_matter, path)
    problems = list(composed.problems)
    fields = composed.value
    if fields is not None and not isinstance(fields, dict):
        message = f"front matter is a {'list' if isinstance(fields, list) else 'text'}, not fields"
        problems.append(Problem("broken-front-matter", Span.whole_line(path, 2), message))
    elif fields is None and not problems:
        problems.append(Problem("no-front-matter", start_of(path), "the front matter is empty"))
    return SourceFile(
        path,
        location,
        text=text,
        fields=fields if isinstance(fields, dict) else None,
        key_spans=composed.key_spans,
        value_spans=composed.value_spans,
        body=body,
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
        problems=tuple(problems),
        digest=digest,
    )


def start_of(path: str) -> Span:
    return Span.whole_line(path, 1)


def _with(source: SourceFile, problem: Problem) -> SourceFile:
    return SourceFile(
        source.path,
        source.location,
        text=source.text,
        body=source.body,
        digest=source.digest,
        problems=(problem,),
    )


def _is_inside(file: Path, root: Path) -> bool:
    """Whether the file, links followed, is below the folder."""
    return file.resolve().is_relative_to(root.resolve())


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _no_front_matter(text: str, path: str) -> Problem:
    if text.startswith("---"):
        message = "front matter is opened and not closed"
        help = "end the fields with a line of `---`"
    else:
        message = "no front matter"
        help = "start the file with a line of `---`, the fields, and a line of `---`"
    return Problem("no-front-matter", start_of(path), message, help)


def _wrong_encoding(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    line_start = data.rfind(b"\n", 0, error.start) + 1
    line = data.count(b"\n", 0, error.start) + 1
    column = len(data[line_start : error.start].decode("utf-8", "replace")) + 1
    guess = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252"
    return Problem(
        "not-utf8",
        Span(path, line, column, line, column + 1),
        f"byte 0x{data[error.start]:02X} is not UTF-8",
        f"save the file as UTF-8; it looks like {guess}",
    )
