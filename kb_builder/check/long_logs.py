"""Finds logs in code blocks in which the line of the error stands among many others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.code import CodeBlock, code_blocks
from kb_builder.check.copied import words_of
from kb_builder.check.phrases import Stretch
from kb_builder.model.record import Record

_LANGUAGES = ("", "text", "txt", "log", "output", "console", "plaintext", "none")
_ERROR = re.compile(
    r"\b(?:error|errors|exception|fatal|failed|failure|denied|rejected|refused|critical|panic)\b"
    r"|\b0x[0-9a-f]{8}\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?:0x[0-9A-Fa-f]{6,16}|[A-Z]{2,12}[-_]?\d{3,9}|\d\.\d{1,2}\.\d{1,3}(?![.\d]))\b"
)
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+){2,}\b")
_RUN = 4
"""So many words of a line, one after the other, quote it."""


def unquoted_logs(record: Record, text: str, most: int) -> Iterator[tuple[Stretch, int]]:
    """Where each starts in `text`, one of the record's, and how many lines it has."""
    lines = text.split("\n")
    logs = [block for block in code_blocks(text) if _is_log(block, lines, most)]
    if not logs:
        return
    quoted = _outside(record, most)
    words = words_of(quoted)
    runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    for block in logs:
        inside = lines[block.start : block.end]
        errors = [line for line in inside if _ERROR.search(line) and len(line.split()) > 2]
        if errors and not any(_is_quoted(line, quoted, runs) for line in errors):
            start = sum(len(line) + 1 for line in lines[: block.start])
            yield (start, start + len(lines[block.start])), len(inside)


def _is_log(block: CodeBlock, lines: list[str], most: int) -> bool:
    return block.end - block.start > most and block.language in _LANGUAGES


def _outside(record: Record, most: int) -> str:
    """All that the record says, but for its long logs."""
    kept = [record.title, *record.signatures]
    for text in record.markdown().values():
        lines = text.split("\n")
        for block in reversed(code_blocks(text)):
            if _is_log(block, lines, most):
                del lines[block.start : block.end]
        kept += lines
    return "\n".join(kept)


def _is_quoted(line: str, quoted: str, runs: set[tuple[str, ...]]) -> bool:
    if any(told in quoted for told in (*_CODE.findall(line), *_NAME.findall(line))):
        return True
    words = words_of(line)
    return any(tuple(words[at : at + _RUN]) in runs for at in range(len(words) - _RUN + 1))
