"""Markdown with everything hidden that is not prose, so that words and links are sought in it alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from kb_builder.check.markdown.code import MARKER, code_blocks

CODE = "\0"
"""Stands for each character of code: no text holds it, for YAML does not allow it."""

_BLOCK_END = re.compile(rf"\n[ \t>]*(?=\n|{MARKER}|#|\|)")
_TOKEN = re.compile(r"\\.|(`+)|<!--", re.DOTALL)


_UNSURE_TAG = re.compile(r"<[A-Za-z/!?][^<>\n]*$|<pre\b", re.MULTILINE | re.IGNORECASE)


def has_html_to_keep(text: str) -> bool:
    """Whether there may be tags of several lines, or `<pre>`, in which each character counts."""
    return "<" in text and _UNSURE_TAG.search(text) is not None


@lru_cache(maxsize=32)
def prose(text: str) -> str:
    """The text with code replaced by `CODE` and comments by blanks, all else where it was."""
    return _hide_inline(_hide_blocks(text))


def _hide_blocks(text: str) -> str:
    """Hide fenced and indented code; takes time in proportion to the text."""
    blocks = code_blocks(text)
    if not blocks:
        return text
    lines = text.split("\n")
    for block in blocks:
        lines[block.start : block.end] = map(_hidden, lines[block.start : block.end])
        if block.is_fenced:
            for fence in (block.start - 1, block.end):
                lines[fence : fence + 1] = [" " * len(line) for line in lines[fence : fence + 1]]
    return "\n".join(lines)


def _hide_inline(text: str) -> str:
    """Hide code spans, which end in their own block, and comments."""
    if "`" not in text and "<!--" not in text:
        return text
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.start())
    block_ends = [*(match.start() for match in _BLOCK_END.finditer(text)), len(text)]
    parts: list[str] = []
    at = done = 0
    while token := _TOKEN.search(text, at):
        at = token.end()
        if token[1]:
            same = runs.get(len(token[1]), [])
            closing = bisect_left(same, at)
            block_end = block_ends[bisect_left(block_ends, at)]
            if closing == len(same) or same[closing] > block_end:
                continue
            at = same[closing] + len(token[1])
            hidden = _hidden(text[token.start() : at])
        elif token[0] == "<!--":
            found = text.find("-->", at)
            at = found + 3 if found >= 0 else len(text)
            hidden = re.sub(r"\S", " ", text[token.start() : at])
        else:
            continue
        parts += text[done : token.start()], hidden
        done = at
    return "".join((*parts, text[done:]))


_INK = re.compile(r"\S")


def _hidden(text: str) -> str:
    return _INK.sub(CODE, text)
