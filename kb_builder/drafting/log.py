"""A log for a record: without what is private, cut to what matters, with the line to quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb_builder.check.privacy.redaction import Replaced, redact
from kb_builder.index.noise import split_noise
from kb_builder.index.reading import is_error_line, read
from kb_builder.model.settings import Settings

QUOTED_FROM_LOG = "The log shows:"
"""What stands before the error line in a symptom."""

_MOST_CHARACTERS = 1_000_000
"""How much of a log is read: it takes seconds to find what is private in so much."""
_MOST_LINES = 200
_AROUND = 3
"""How many lines before and after an error line are kept of a long log."""
_LONGEST_LINE = 2_000
_LONGEST_QUOTE = 300
_MOST_READ_FOR_CODES = 200
_ESCAPE = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_RUN = re.compile("`+")


@dataclass(frozen=True, slots=True)
class Log:
    text: str
    """What of it goes into the record."""
    error: str
    """The line to quote in the symptom, without its time; empty where none tells of an error."""
    replaced: tuple[Replaced, ...]
    left_out: int
    """How many lines are left out."""


def read_log(data: bytes, settings: Settings) -> Log:
    """A log as a program has written it, in whatever encoding and length."""
    text = _ESCAPE.sub("", _decoded(data)).replace("\r\n", "\n").replace("\r", "\n")
    text, skipped = _ends(text)
    # All of it, for half a key would no longer look like one.
    text, replaced = redact(_CONTROL.sub("", text).expandtabs(4), settings)
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    kept = _excerpt(lines)
    left_out = skipped + len(lines) - sum(line is not None for line in kept)
    shown = "\n".join("…" if line is None else _cut(line, _LONGEST_LINE) for line in kept)
    there = tuple(one for one in replaced if one.placeholder in shown)
    return Log(shown, _error(lines), there, left_out)


def _ends(text: str) -> tuple[str, int]:
    """The start and the end of a log that is too long, and how many lines are between them."""
    if len(text) <= _MOST_CHARACTERS:
        return text, 0
    half = _MOST_CHARACTERS // 2
    start = text.rfind("\n", 0, half) + 1 or half
    end = text.find("\n", len(text) - half) + 1 or len(text) - half
    return text[:start].rstrip("\n") + "\n" + text[end:], text.count("\n", start, end)


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    text = data.decode("utf-8-sig", "replace")
    unreadable = text.count("\ufffd")
    if 2 * unreadable > len(text) - len(text.encode("ascii", "ignore")):
        return data.decode("cp1252", "replace")  # as most programs on Windows write
    return text


def fenced(text: str) -> str:
    """The text as a block of code, in a fence that is longer than any within it."""
    longest = max((len(run[0]) for run in _RUN.finditer(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def with_log(body: str, log: Log) -> str:
    """The body with the log at its end."""
    return "\n\n".join(filter(None, (body.strip("\n"), "## Log", fenced(log.text)))) + "\n"


def quotes(symptom: str, log: Log) -> bool:
    """Whether the symptom has the error line already, or there is none."""
    return " ".join(log.error.split()) in " ".join(symptom.split())


def with_quote(symptom: str, log: Log) -> str:
    """The symptom with the error line, where it does not have it yet."""
    if quotes(symptom, log):
        return symptom
    return "\n\n".join(filter(None, (symptom.strip("\n"), QUOTED_FROM_LOG, fenced(log.error))))


def _excerpt(lines: list[str]) -> list[str | None]:
    """The lines; of many, those around the errors with None for each gap."""
    if len(lines) <= _MOST_LINES:
        return list(lines)
    chosen: set[int] = set()
    for number, line in enumerate(lines):
        if is_error_line(line):
            around = range(max(number - _AROUND, 0), min(number + _AROUND + 1, len(lines)))
            if len(chosen.union(around)) > _MOST_LINES:
                break
            chosen.update(around)
    if not chosen:
        chosen = {*range(_MOST_LINES // 2), *range(len(lines) - _MOST_LINES // 2, len(lines))}
    kept: list[str | None] = []
    last = -1
    for number in sorted(chosen):
        if number > last + 1:
            kept.append(None)
        kept.append(lines[number])
        last = number
    return kept if last == len(lines) - 1 else [*kept, None]


def _error(lines: list[str]) -> str:
    """The first error line with a code, or the first at all."""
    errors = [line for line in lines if is_error_line(line)]
    with_code = (
        line
        for line in errors[:_MOST_READ_FOR_CODES]
        if any(word.kind == "code" for word in read(line[:_LONGEST_LINE]).words)
    )
    return _quotable(next(with_code, errors[0] if errors else ""))


def _quotable(line: str) -> str:
    """The line without the time and the host that it begins with."""
    start = 0
    for piece, is_noise in split_noise(line[:_LONGEST_LINE]):
        if not is_noise and any(char.isalnum() for char in piece):
            start += len(piece) - len(piece.lstrip(" \t-:|,;]).>"))
            break
        start += len(piece)
    return _cut(line[start:].strip() or line.strip(), _LONGEST_QUOTE)


def _cut(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
