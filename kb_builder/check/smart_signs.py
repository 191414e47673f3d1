"""Signs that a word processor has put into code: quotes no program knows, dashes before options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE, SINGLE, DASHES = "“”„‟", "‘’‚‛", "–—"
ANY_SIGN = re.compile(f"[{DOUBLE}{SINGLE}{DASHES}]")

_POWERSHELL = frozenset({"powershell", "ps", "ps1", "pwsh", "azurepowershell"})
_SCRIPTS = _POWERSHELL | {
    "bash", "sh", "shell", "zsh", "bat", "batch", "cmd", "dos", "azurecli", "sql", "kql", "kusto",
    "json", "jsonc", "python", "py", "javascript", "js", "typescript", "ts", "csharp", "cs", "c",
    "cpp", "java", "go", "perl", "ruby", "php",
}  # fmt: skip
"""Languages of code that is run or read as it stands; all others may quote what was seen."""
_SESSIONS = frozenset({"console", "shell-session", "terminal"})
"""Those in which lines after a prompt were typed, and the others printed."""
_PROMPT = re.compile(r"\s*(?:[$#>]|PS [^>]*>|[A-Za-z]:\\[^>]*>)\s")

_SEVERAL_LINES = re.compile(r"""<<|<#|/\*|@["']|\"""|'''""")
"""Marks of texts and comments of several lines, in which these signs may be meant."""
_COMMENT = re.compile(r"(?:^|\s)(?:#|//|--\s|::|(?i:rem)\s)")
_VERB_NOUN = re.compile(r"\s*[A-Za-z]{2,20}-[A-Za-z]\w{2,}")
_SPAN = re.compile(
    rf"\s*(?:[$>#] )?(?:[\w.\\/:-]+(?=\s).*?\s[-{DASHES}]{{1,2}}[A-Za-z]"
    rf"|[\"{DOUBLE}]?[A-Za-z]:\\[^\"{DOUBLE}]*\.(?:exe|cmd|bat|ps1))"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that is not meant, at a column of its line, from 0."""

    sign: str
    column: int
    meant: tuple[str, ...]
    """What may be meant; where that is one thing, it is safe to write."""


def is_command(span: str) -> bool:
    """Whether a code span is a command, and no message or name that is quoted as seen."""
    return bool(_SPAN.match(span) or (_VERB_NOUN.match(span) and " " in span.strip()))


def signs_in(lines: list[str], language: str) -> dict[int, list[Sign]]:
    """The signs that are not meant, by line; none where code cannot be told from texts in it."""
    language = language.removesuffix("-interactive")
    if language not in _SCRIPTS | _SESSIONS or any(map(_SEVERAL_LINES.search, lines)):
        return {}
    found: dict[int, list[Sign]] = {}
    for number, line in enumerate(lines):
        prompt = _PROMPT.match(line)
        if language in _SESSIONS and not prompt:
            continue
        start = prompt.end() if prompt else 0
        signs = signs_of_line(line, start, is_powershell=language in _POWERSHELL)
        if signs is None:
            return {}
        if signs:
            found[number] = signs
    return found


def signs_of_line(line: str, start: int = 0, *, is_powershell: bool = False) -> list[Sign] | None:
    """The signs from `start` on outside texts and comments; None where a text is left open."""
    is_powershell = is_powershell or _VERB_NOUN.match(line, start) is not None
    signs: list[Sign] = []
    opened: re.Match[str] | None = None
    for token in _tokens(line, start, is_powershell):
        if opened:
            is_plain = opened[0] in "\"'"
            if token[0] == opened[0] if is_plain else _plain(token[0]) == _plain(opened[0]):
                signs += [
                    Sign(quote[0], quote.start(), (_plain(quote[0]),))
                    for quote in (opened, token)
                    if quote[0] not in "\"'"
                ]
                opened = None
        elif token[0] not in DASHES:
            opened = token
        else:
            signs += _dash(line, token.start(), is_powershell)
    if opened and opened[0] in "\"'":
        return None
    if opened:
        signs.append(Sign(opened[0], opened.start(), (_plain(opened[0]), "")))
    return signs


def _tokens(line: str, start: int, is_powershell: bool) -> Iterator[re.Match[str]]:
    """The quotes and dashes, without those that are escaped, and without apostrophes."""
    comment = _COMMENT.search(line, start)
    end = comment.start() if comment else len(line)
    escape = "`." if is_powershell else r"\\."
    token = re.compile(rf"{escape}|(?<!\w)[{SINGLE}]|[{SINGLE}](?!\w)|[\"'{DOUBLE}{DASHES}]")
    yield from (match for match in token.finditer(line, start, end) if len(match[0]) == 1)


def _plain(quote: str) -> str:
    return '"' if quote in f'"{DOUBLE}' else "'"


def _dash(line: str, column: int, is_powershell: bool) -> Iterator[Sign]:
    """The dash where an option follows it."""
    option = re.compile(r"[A-Za-z][\w-]*").match(line, column + 1)
    before = line[column - 1 : column] if column else ""
    if not option or not (before.isspace() or not before or (is_powershell and before.isalnum())):
        return
    is_short = len(option[0]) == 1 and line[column] == "–"
    yield Sign(line[column], column, ("-",) if is_powershell or is_short else ("-", "--"))
