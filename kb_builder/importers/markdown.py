"""The lines of a Markdown text: which of them are code, and the white space of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_FENCE = re.compile(r"^(?P<indent>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<fence>`{3,}|~{3,})(.*)$")
_LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])(?:[ \t]|$)")
_NEW_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|\||<|```|~~~|[-=*_ ]+$)")
_HARD_BREAK = re.compile(r"(?<=\S) {2,}$")


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """Every line of a text without its end, and whether it is code, fences included."""
    fence, in_list, after_blank, in_code = "", False, True, False
    for line in text.split("\n"):
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if fence.startswith(" ") and line.strip() and indent < 2:
            fence = ""  # The list item that the fence stands in has ended.
        if fence:
            yield line, True
            if re.fullmatch(
                rf"[ \t>]*{re.escape(fence.strip()[0])}{{{len(fence.strip())},}}[ \t]*", line
            ):
                fence, after_blank = "", False
            continue
        opening = _FENCE.match(line)
        if opening and not (opening["fence"][0] == "`" and "`" in opening[3]):
            in_list = in_list or bool(_LIST_ITEM.match(line))
            fence = " " * (in_list and indent >= 2) + opening["fence"]
            yield line, True
            continue
        in_code = bool(line.strip()) and not in_list and indent >= 4 and (after_blank or in_code)
        yield line, in_code
        if _LIST_ITEM.match(line):
            in_list = True
        elif line.strip() and indent == 0 and (after_blank or line.startswith("#")):
            in_list = False
        after_blank = not line.strip()


def tidy(text: str) -> str:
    """The same text without blanks at the ends of its lines and blank lines around it.

    Two blanks that break a line become the backslash that means the same; code stays as it is.
    """
    lines = list(lines_of(text))
    tidied: list[str] = []
    in_html = False
    for number, (line, is_code) in enumerate(lines):
        if is_code:
            tidied.append(line)
            continue
        bare = line.rstrip()
        in_html = bool(bare) and (in_html or bare.lstrip().startswith("<"))
        following = lines[number + 1] if number + 1 < len(lines) else ("", False)
        if _HARD_BREAK.search(line) and not in_html and _goes_on(bare, *following):
            bare += "\\"
        tidied.append(bare)
    return re.sub(r"^(?:[ \t]*\n)+", "", "\n".join(tidied)).rstrip()


def _goes_on(line: str, following: str, following_is_code: bool) -> bool:
    """Whether the paragraph of a line goes on in the next one."""
    if following_is_code or re.match(r"[ \t]*(?:\||#{1,6}[ \t])", line):
        return False
    quote, next_quote = (re.match(r"[ \t>]*", text) for text in (line, following))
    if quote is None or next_quote is None or quote[0].count(">") != next_quote[0].count(">"):
        return False
    rest = following[next_quote.end() :]
    return bool(rest.strip()) and not line.endswith("\\") and not _NEW_BLOCK.match(rest)


def joined(parts: Iterable[str]) -> str:
    """Parts of a text, each a block of its own; those that are blank left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


_MARKUP = (
    (re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)"), r"\1"),
    (re.compile(r"(?<![\w\\*_])([*_]{1,3})(?=\S)(.{1,300}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"(?<!\\)</?(?:a|b|br|code|em|i|p|span|strong|sub|sup)\b[^<>]*>"), " "),
    (re.compile(r"`+"), ""),
    (re.compile(r"(?:&nbsp;|\s)+"), " "),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    (re.compile(r"&lt;"), "<"),
    (re.compile(r"&gt;"), ">"),
    (re.compile(r"&quot;"), '"'),
    (re.compile(r"&amp;"), "&"),
)


def plain(markdown: str) -> str:
    """A line of Markdown as the text that a reader sees."""
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    return markdown.strip()


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"\w+", text.casefold())
