"""Finds the links and pictures of a Markdown text without rendering it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb_builder.check.markdown.prose import CODE, prose


@dataclass(frozen=True, slots=True)
class Link:
    target: str
    """As a browser reads it: without escapes and entities."""
    start: int
    """Where the target, as written, starts in the text."""
    end: int
    is_image: bool


@lru_cache(maxsize=32)
def links_in(text: str) -> tuple[Link, ...]:
    """The links and pictures of the text, those in code and comments left out.

    Takes time in proportion to the text, whatever it holds.
    """
    if not any(mark in text for mark in ("](", "]:", "<")):
        return ()
    readable = prose(text)
    found = [*_inline(readable), *_definitions(readable), *_tags(readable)]
    return tuple(sorted(found, key=lambda link: link.start))


# Parentheses may stand in a target to this depth, so that no target takes long to read.
_DEEPEST = 10

_BRACKET = re.compile(r"\\.|!?\[|\]", re.DOTALL)
_BLANKS = r"[ \t]*(?:\n[ \t]*)?"
_BEFORE_TARGET = re.compile(_BLANKS)
_IN_ANGLES = re.compile(r"<((?:[^<>\\\n]|\\.)*)>")
_TARGET_PART = re.compile(rf"[^\s()\\<>{CODE}]+|\\[^\s{CODE}]?|[()]")
_TITLE = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))"""
_AFTER_TARGET = re.compile(rf"(?:[ \t\n]{_BLANKS}{_TITLE})?{_BLANKS}\)", re.DOTALL)
_DEFINITION = re.compile(
    rf"^[ \t>]*\[(?!\^)((?:[^][\\\n]|\\.)+)\]:{_BLANKS}(?:<([^<>\n]*)>|([^\s<{CODE}]\S*))"
    rf"(?=(?:[ \t]+{_TITLE})?[ \t]*$)",
    re.MULTILINE,
)
_USED_AS_PICTURE = re.compile(r"!\[((?:[^][\\\n]|\\.)*)\](?:\[((?:[^][\\\n]|\\.)*)\])?(?!\()")
_TAG = re.compile(
    r"""<(?:a\s[^<>]*?(?<![\w-])href|(?P<img>img)\s[^<>]*?(?<![\w-])src)\s*=\s*"""
    r"""(?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>=`]+))""",
    re.IGNORECASE,
)


def _inline(text: str) -> Iterator[Link]:
    """`[text](target "title")` and `![text](target)`, the one within the other too."""
    opened: list[str] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] in ("[", "!["):
            opened.append(bracket[0])
        elif bracket[0] == "]" and opened:
            is_image = opened.pop() == "!["
            if text.startswith("(", bracket.end()):
                stretch = _inline_target(text, bracket.end() + 1)
                if stretch:
                    yield _link(text, *stretch, is_image)


def _inline_target(text: str, at: int) -> tuple[int, int] | None:
    """Where the target starts and ends whose parenthesis was opened before `at`."""
    at = _end_of(_BEFORE_TARGET.match(text, at), at)
    if angled := _IN_ANGLES.match(text, at):
        start, end, at = *angled.span(1), angled.end()
    else:
        start = at
        depth = 0
        while part := _TARGET_PART.match(text, at):
            if part[0] == "(":
                depth += 1
            elif part[0] == ")":
                depth -= 1
            if depth < 0 or depth > _DEEPEST:
                break
            at = part.end()
        end = at
    return (start, end) if _AFTER_TARGET.match(text, at) else None


def _end_of(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _definitions(text: str) -> Iterator[Link]:
    """`[label]: target`, which is a picture's where a picture uses the label."""
    pictures = {_label(use[2] or use[1]) for use in _USED_AS_PICTURE.finditer(text)}
    for match in _DEFINITION.finditer(text):
        group = 2 if match[2] is not None else 3
        yield _link(text, *match.span(group), _label(match[1]) in pictures)


def _label(written: str) -> str:
    return " ".join(written.split()).casefold()


def _tags(text: str) -> Iterator[Link]:
    """`<a href>` and `<img src>`."""
    for tag in _TAG.finditer(text):
        group = next(name for name in ("double", "single", "bare") if tag[name] is not None)
        target = html.unescape(tag[group]).strip()
        yield Link(target, *tag.span(group), tag["img"] is not None)


_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _link(text: str, start: int, end: int, is_image: bool) -> Link:
    unescaped = _ESCAPED.sub(r"\1", text[start:end])
    return Link(html.unescape(unescaped).strip(), start, end, is_image)
