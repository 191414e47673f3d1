"""One file to a SourceFile: bytes, encoding, size, merge conflicts, front matter."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath

from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.model.diagnostic import Problem
from kb_builder.model.fenced_code import without_fenced_code
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span


def read_source(
    root: Path, location: PurePosixPath, largest: int, *, must_have_front_matter: bool = True
) -> SourceFile:
    """Read the file at `location` below the content folder `root`.

    Never raises for what the file is or holds: the defect stands in `problems`, and `fields` is
    None where no record can come of it. A file of more than `largest` bytes is not read.
    """
    refused = refusal(root, location)
    return refused or read_accepted(
        root, location, largest, must_have_front_matter=must_have_front_matter
    )


def read_accepted(
    root: Path, location: PurePosixPath, largest: int, *, must_have_front_matter: bool = True
) -> SourceFile:
    """As `read_source`, for a location that has been found to be no reason for `refusal`."""
    file = root / location
    path = printable(file)
    try:
        size = file.stat().st_size
        if size > largest:
            message = f"{size:,} bytes, where {largest:,} are the most that is read"
            help = "quote the lines that matter, and keep the whole log elsewhere"
            problem = Problem("file-too-large", Span.whole_line(path, 1), message, help)
            return SourceFile(path, location, problems=(problem,))
        data = file.read_bytes()
    except OSError as error:
        return unreadable(root, location, error)
    return parse_source(data, path, location, must_have_front_matter=must_have_front_matter)


def is_ordinary(root: Path, location: PurePosixPath) -> bool:
    """Whether what a walk through `root` came upon is a file, no link, and its name UTF-8.

    Then there is no reason for `refusal`, which takes far longer to find out.
    """
    try:
        location.as_posix().encode()
        return stat.S_ISREG((root / location).lstat().st_mode)
    except (OSError, ValueError):
        return False


def refusal(root: Path, location: PurePosixPath) -> SourceFile | None:
    """The source that says why `location` is no file of the folder `root`; None where it is one."""
    file = root / location
    try:
        if not is_inside(file, root):
            target = file.readlink() if file.is_symlink() else Path(os.path.realpath(file))
            message = f"a link to `{printable(target)}`, outside the content folder"
            help = "put the file itself here"
            return _without_text(root, location, "outside-content", message, help)
        if not stat.S_ISREG(file.stat().st_mode):
            return unreadable(root, location, "it is not a file")
        location.as_posix().encode()
    except UnicodeEncodeError:
        return unreadable(root, location, "its name is not UTF-8")
    except (OSError, ValueError) as error:
        return unreadable(root, location, error)
    return None


def is_inside(file: Path, root: Path) -> bool:
    """Whether the file, links followed, is below the folder; never raises for links in a loop."""
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root))


def unreadable(root: Path, location: PurePosixPath, reason: Exception | str) -> SourceFile:
    """The source of a file or folder that cannot be read."""
    text = str(getattr(reason, "strerror", None) or reason)
    message = f"cannot be read: {text[:1].lower()}{text[1:]}"
    return _without_text(root, location, "unreadable-file", message)


def printable(path: PurePath) -> str:
    """The path on one line, with escapes for what of it is not text."""
    readable = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    if readable.isprintable():
        return readable
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in readable)


def _without_text(
    root: Path, location: PurePosixPath, rule: str, message: str, help: str = ""
) -> SourceFile:
    path = printable(root / location)
    problem = Problem(rule, Span.whole_line(path, 1), message, help)
    return SourceFile(path, PurePosixPath(printable(location)), problems=(problem,))


def parse_source(
    data: bytes, path: str, location: PurePosixPath, *, must_have_front_matter: bool = True
) -> SourceFile:
    """The bytes of a file as a SourceFile; see `read_source`."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = _with_unix_line_ends(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problem = _wrong_encoding(data, error, path)
        return SourceFile(path, location, digest=digest, problems=(problem,))
    source = SourceFile(path, location, text=text, body=_markdown(text), digest=digest)
    conflict = _conflict(source)
    if conflict:
        return replace(source, problems=(conflict,))
    handler = PositionedYAMLHandler()
    try:
        front_matter, body = handler.split(text)
    except ValueError:
        problems = (_no_front_matter(source),) if must_have_front_matter else ()
        return replace(source, problems=problems)
    composed = handler.compose(front_matter, path)
    source = replace(
        source,
        key_spans=composed.key_spans,
        value_spans=composed.value_spans,
        body=_markdown(body),
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
        problems=tuple(composed.problems),
    )
    fields = composed.value
    if isinstance(fields, dict):
        return replace(source, fields=fields)
    if composed.problems:
        return source
    if fields is None:
        empty = Problem("no-front-matter", source.span(), "the front matter is empty")
        return replace(source, problems=(empty,))
    message = f"front matter is a {'list' if isinstance(fields, list) else 'text'}, not fields"
    help = "write each field as `name: value`"
    wrong = Problem("broken-front-matter", composed.value_spans[()], message, help)
    return replace(source, problems=(wrong,))


def _with_unix_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _markdown(text: str) -> str:
    """The text as Markdown reads it, in which there is no NUL."""
    return text.replace("\0", "\ufffd")


def _conflict(source: SourceFile) -> Problem | None:
    """The first unresolved merge conflict: its three marks in order, none of them in fenced code."""
    if ">" * 7 not in source.text:
        return None
    opened, halfway = 0, False
    for number, line in enumerate(without_fenced_code(source.text).split("\n"), 1):
        mark, blank, _ = line.partition(" ")
        if mark == "<" * 7:
            opened, halfway = number, False
        elif opened and mark == "=" * 7 and not blank:
            halfway = True
        elif halfway and mark == ">" * 7:
            span = Span.whole_line(source.path, opened, len(source.lines[opened - 1]))
            help = "keep the lines that hold, and remove `<<<<<<<`, `=======` and `>>>>>>>`"
            return Problem("merge-conflict", span, "an unresolved merge conflict", help)
    return None


def _no_front_matter(source: SourceFile) -> Problem:
    if source.lines[0].rstrip(" \t") == "---":
        message = "front matter is opened and not closed"
        help = "end the fields with a line of `---`"
    else:
        message = "no front matter"
        help = "start the file with a line of `---`, the fields, and a line of `---`"
    return Problem("no-front-matter", Span.whole_line(source.path, 1), message, help)


def _wrong_encoding(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    # The error's own bytes, for they do not count a byte order mark.
    lines = _with_unix_line_ends(error.object[: error.start].decode()).split("\n")
    column = len(lines[-1]) + 1
    guess = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1252"
    return Problem(
        "not-utf8",
        Span(path, len(lines), column, len(lines), column + 1),
        f"byte 0x{error.object[error.start]:02X} is not UTF-8",
        f"save the file as UTF-8; it looks like {guess}",
    )
