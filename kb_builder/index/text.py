"""Markdown to the words in it."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\]){0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+\"[^\"]*\")?\)"
)
_HTML = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{1,6});")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_MARKS = re.compile(
    r"^(?:\s{0,12}(?:#{1,6}\s|>\s?|[-*+]\s(?:\[[ xX]\]\s)?|`{3,}.*$|~{3,}.*$))+|\\(?=[\\`*_{}\[\]<>()#+.!|~-])",
    re.MULTILINE,
)
_EMPHASIS = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+"
)
_ALERT = re.compile(r"^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*", re.MULTILINE)


def plain(markdown: str) -> str:
    """The text that a reader sees, near enough for words: no markup, no link targets.

    It is cleaned for searching and for excerpts, not for safety: an HTML page escapes it still.
    """
    text = _LINK.sub(r"\1", markdown)
    text = _HTML.sub(" ", text)
    text = _ENTITY.sub(lambda match: _ENTITIES.get(match[0], " "), text)
    text = _MARKS.sub("", text)
    text = _ALERT.sub("", text)
    return _EMPHASIS.sub("", text)


def excerpt(markdown: str, length: int = 300) -> str:
    """The start of a text as one line of at most `length` characters, cut between words."""
    line = " ".join(plain(markdown).split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
