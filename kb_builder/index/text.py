"""Markdown to the words in it.

Every step takes time in proportion to the text, whatever that holds: the expressions never go back
over what they have read (`*+`, `++`), and pairs are found with stacks.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator

_LINE_MARKS = re.compile(
    r"[ \t]*+(?:(?:#{1,6}[ \t]|>|[-*+][ \t])[ \t]*+(?:\[[ xX]\](?:[ \t]++|$))?+)*+"
)
_RULER = re.compile(r"[ \t|:*_=-]*+$|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*+$")
"""A line without words, which ends a paragraph: a blank one, a rule, an underline, the second line of a table, the head of an alert."""
_FENCE = re.compile(r"[ \t]*+(`{3,}+(?!.*`)|~{3,}+)")

_PATH = re.compile(r"(?<!\w)(?:[A-Za-z]:|HK[A-Z_]{1,30}|\\\\\w++)\\[^\s`<>|*\"\[\]()]*+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`++")
_BRACKET = re.compile(
    r"!?\["
    r"|(?P<target>\]\([ \t\n]*+"
    r"(?:<[^<>\n]*+>|(?:[^()\s<]|<(?!/))[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)?+"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\))"
    r"|\]"
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@/]++@[^\s<>@]++)>")
_HTML = re.compile(r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|</?[A-Za-z][^<>]*+>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EMPHASIS = re.compile(r"\*++|_++")
_DUNDER = re.compile(r"(?<!\w)__\w++(?<=__)")

_MARKUP = re.compile(r"[\\`<\[*_&\0]")
"""What no text without markup has."""

_HELD = re.compile("\0(\\d+)\0")


def plain(markdown: str) -> str:
    """The text that a reader sees, near enough for words: no markup, no link targets.

    It is cleaned for searching and for excerpts, not for safety: an HTML page escapes it still.
    """
    return "\n".join(_blocks(markdown.replace("\0", " ")))


def excerpt(markdown: str, length: int = 300) -> str:
    """The start of a text as one line of at most `length` characters, cut between words."""
    line = " ".join(plain(markdown[: 8 * length]).split())
    if len(line) <= length:
        return line
    head = line[:length].rpartition(" ")[0] or line[: length - 1]
    return head.rstrip(" ,;:.") + "…"


def well_formed(text: str) -> str:
    """The text as UTF-8 can hold it.

    Surrogates come of a YAML escape or a file name that is not UTF-8: a pair of them becomes its
    character, a lone one is spelt out as `\\udc80`.
    """
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return paired.encode("utf-8", "backslashreplace").decode()


def _blocks(markdown: str) -> Iterator[str]:
    """The paragraphs as plain text, and the lines of fenced code as they are."""
    fence = ""
    paragraph: list[str] = []
    for line in markdown.splitlines():
        if fence:
            mark = line.strip(" \t>")
            if mark.startswith(fence) and not mark.strip(fence[0]):
                fence = ""
            else:
                yield line
            continue
        if line[:1].isalpha():
            paragraph.append(line)
            continue
        words = line[_LINE_MARKS.match(line).end() :]  # type: ignore[union-attr]
        opening = _FENCE.match(words)
        if not opening and not _RULER.match(words):
            paragraph.append(words)
            continue
        fence = opening[1] if opening else ""
        if paragraph:
            yield _inline("\n".join(paragraph))
            paragraph = []
    if paragraph:
        yield _inline("\n".join(paragraph))


def _inline(text: str) -> str:
    """A paragraph without its inline markup."""
    if not _MARKUP.search(text):
        return text
    held: list[str] = []

    def hold(literal: str) -> str:
        """Stands in for what no later step may touch."""
        held.append(literal)
        return f"\0{len(held) - 1}\0"

    if "`" in text:
        text = _hold_code(text, hold)
    if "\\" in text:
        text = _PATH.sub(lambda match: hold(match[0]), text)
        text = _ESCAPE.sub(lambda match: hold(match[1]), text)
    if "<" in text:
        text = _AUTOLINK.sub(lambda match: hold(match[1]), text)
        text = _HTML.sub(" ", text)
    if "[" in text:
        text = _without_links(text)
    if "*" in text or "_" in text:
        text = _without_emphasis(text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _HELD.sub(lambda match: held[int(match[1])], text)


def _hold_code(text: str, hold: Callable[[str], str]) -> str:
    """Code spans: a run of backticks, and the next run that is as long."""
    runs = list(_TICKS.finditer(text))
    later: dict[int, list[int]] = defaultdict(list)
    for number in reversed(range(len(runs))):
        later[len(runs[number][0])].append(number)
    pieces: list[str] = []
    done = number = 0
    while number < len(runs):
        run = runs[number]
        same = later[len(run[0])]
        while same and same[-1] <= number:
            same.pop()
        number += 1
        if same and not _is_escaped(text, run.start()):
            closing = runs[same[-1]]
            pieces += (text[done : run.start()], hold(text[run.end() : closing.start()]))
            done, number = closing.end(), same[-1] + 1
    return "".join(pieces) + text[done:]


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 100) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _without_links(text: str) -> str:
    """Links and pictures as their text."""
    gone: list[tuple[int, int]] = []
    opened: list[re.Match[str]] = []
    for match in _BRACKET.finditer(text):
        if match[0].endswith("["):
            opened.append(match)
        elif opened:
            opening = opened.pop()
            if match["target"]:
                gone += (opening.span(), match.span())
    return _without(text, gone)


def _without_emphasis(text: str) -> str:
    """`*` and `_` in pairs around words; inside words they belong to a name, as in `snake_case`."""
    gone: list[tuple[int, int]] = []
    opened: dict[str, list[tuple[int, int]]] = defaultdict(list)
    names = {at for match in _DUNDER.finditer(text) for at in range(*match.span())}
    for match in _EMPHASIS.finditer(text):
        start, end = match.span()
        if start in names:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if opened[match[0]] and not before.isspace() and not after.isalnum():
            gone += (opened[match[0]].pop(), match.span())
        elif not before.isalnum() and after and not after.isspace():
            opened[match[0]].append(match.span())
    return _without(text, gone)


def _without(text: str, gone: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(gone):
        pieces.append(text[done:start])
        done = end
    return "".join(pieces) + text[done:]
