"""Finds logs in which the line of the error stands among many others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.copied import words_of
from kb_builder.check.markdown.code import CodeBlock, code_blocks
from kb_builder.check.phrases import Stretch
from kb_builder.index.reading import is_error_line
from kb_builder.model.record import Record

_LANGUAGES = ("", "text", "txt", "log", "output", "console", "plaintext", "none")
_TIMED = re.compile(
    r"[\[(<]?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[./]\d\d[./]\d{4}|[A-Z][a-z]{2} [ \d]\d \d\d:"
    r"|\d\d:\d\d:\d\d)\b"
)
"""How the line of a log starts that was pasted without a fence."""
_CODE = re.compile(
    r"\b(?:0x[0-9A-Fa-f]{6,16}|[A-Z]{2,12}[-_]?\d{3,9}|\d\.\d{1,2}\.\d{1,3}(?![.\d]))\b"
)
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+){2,}\b")
_RUN = 4
"""So many words of a line, one after the other, quote it."""


def unquoted_logs(record: Record, text: str, most: int) -> Iterator[tuple[Stretch, int]]:
    """Where each starts in `text`, one of the record's, and how many lines it has."""
    lines = text.split("\n")
    logs = _logs(text, lines, most)
    if not logs:
        return
    quoted = _outside(record, most)
    words = words_of(quoted)
    runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    for block in logs:
        inside = lines[block.start : block.end]
        errors = [line for line in inside if is_error_line(line) and len(line.split()) > 2]
        if errors and not any(_is_quoted(line, quoted, runs) for line in errors):
            start = sum(len(line) + 1 for line in lines[: block.start])
            yield (start, start + len(lines[block.start])), len(inside)


def _logs(text: str, lines: list[str], most: int) -> list[CodeBlock]:
    """The long logs in their order, be they code or not."""
    if len(lines) <= most:
        return []
    blocks = code_blocks(text)
    found = [b for b in blocks if b.end - b.start > most and b.language in _LANGUAGES]
    code = {number for block in blocks for number in range(block.start, block.end)}
    start = 0
    for number, line in enumerate([*lines, ""]):
        if line.strip() and number not in code:
            continue
        timed = sum(bool(_TIMED.match(other)) for other in lines[start:number])
        if number - start > most and 2 * timed > number - start:
            found.append(CodeBlock(start, number, "", False))
        start = number + 1
    return sorted(found, key=lambda block: block.start)


def _outside(record: Record, most: int) -> str:
    """All that the record says, but for its long logs."""
    kept = [record.title, *record.signatures]
    for text in record.markdown().values():
        lines = text.split("\n")
        for block in reversed(_logs(text, lines, most)):
            del lines[block.start : block.end]
        kept += lines
    return "\n".join(kept)


def _is_quoted(line: str, quoted: str, runs: set[tuple[str, ...]]) -> bool:
    if any(told in quoted for told in (*_CODE.findall(line), *_NAME.findall(line))):
        return True
    words = words_of(line)
    return any(tuple(words[at : at + _RUN]) in runs for at in range(len(words) - _RUN + 1))
