"""A regular expression of Python's as one that means the same in a browser, with its flag `u`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_WORD = r"\p{L}\p{N}_"
_BLANK = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CLASSES = {
    ops.CATEGORY_WORD: _WORD,
    ops.CATEGORY_DIGIT: r"\p{Nd}",
    ops.CATEGORY_SPACE: _BLANK,
}
_OPPOSITES = {
    ops.CATEGORY_NOT_WORD: rf"[^{_WORD}]",
    ops.CATEGORY_NOT_DIGIT: r"\P{Nd}",
    ops.CATEGORY_NOT_SPACE: rf"[^{_BLANK}]",
}
_EDGE = rf"(?:(?<![{_WORD}])(?=[{_WORD}])|(?<=[{_WORD}])(?![{_WORD}]))"
_INNER = rf"(?:(?<![{_WORD}])(?![{_WORD}])|(?<=[{_WORD}])(?=[{_WORD}]))"


class UntranslatableError(Exception):
    """The pattern holds what browsers have no like for."""


def browser_pattern(pattern: re.Pattern[str]) -> str:
    """The pattern spelt out: letters of either case, edges and classes do not depend on flags.

    Named groups keep their names; others are no longer kept.
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    names = {number: name for name, number in tree.state.groupdict.items()}
    return _Writer(names).sequence(tree, pattern.flags)


class _Writer:
    def __init__(self, names: dict[int, str]) -> None:
        self.names = names

    def sequence(self, items: Iterable[Any], flags: int) -> str:
        return "".join(self.item(op, argument, flags) for op, argument in items)

    def item(self, op: Any, argument: Any, flags: int) -> str:
        match op:
            case ops.LITERAL:
                return _literal(argument, flags)
            case ops.NOT_LITERAL:
                return f"[^{_members([(ops.LITERAL, argument)], flags)}]"
            case ops.ANY:
                return r"[\s\S]" if flags & re.DOTALL else r"[^\n]"
            case ops.AT:
                return _place(argument, flags)
            case ops.IN:
                return _one_of(argument, flags)
            case ops.BRANCH:
                return f"(?:{'|'.join(self.sequence(one, flags) for one in argument[1])})"
            case ops.SUBPATTERN:
                number, added, removed, inner = argument
                name = self.names.get(number)
                start = f"(?<{name}>" if name else "(?:"
                return f"{start}{self.sequence(inner, (flags | added) & ~removed)})"
            case ops.MAX_REPEAT | ops.MIN_REPEAT:
                least, most, inner = argument
                limit = "" if most == ops.MAXREPEAT else most
                lazy = "?" if op == ops.MIN_REPEAT else ""
                return f"(?:{self.sequence(inner, flags)}){{{least},{limit}}}{lazy}"
            case ops.ASSERT | ops.ASSERT_NOT:
                direction, inner = argument
                sign = "=" if op == ops.ASSERT else "!"
                return f"(?{'<' if direction < 0 else ''}{sign}{self.sequence(inner, flags)})"
        raise UntranslatableError(str(op))


def _place(at: Any, flags: int) -> str:
    match at:
        case ops.AT_BEGINNING:
            return r"(?<![^\n])" if flags & re.MULTILINE else r"(?<![\s\S])"
        case ops.AT_BEGINNING_STRING:
            return r"(?<![\s\S])"
        case ops.AT_END:
            return r"(?![^\n])" if flags & re.MULTILINE else r"(?=\n?(?![\s\S]))"
        case ops.AT_END_STRING:
            return r"(?![\s\S])"
        case ops.AT_BOUNDARY:
            return _EDGE
        case ops.AT_NON_BOUNDARY:
            return _INNER
    raise UntranslatableError(str(at))


def _literal(code: int, flags: int) -> str:
    other = chr(code).swapcase()
    if flags & re.IGNORECASE and other != chr(code) and len(other) == 1:
        return f"[{chr(code)}{other}]"
    return _escaped(code)


def _one_of(members: Any, flags: int) -> str:
    """A class; opposites such as `\\W` stand beside it, for they cannot stand in it."""
    negated = members[0][0] == ops.NEGATE
    members = members[negated:]
    opposites = [_OPPOSITES[argument] for _, argument in members if argument in _OPPOSITES]
    rest = [(op, argument) for op, argument in members if argument not in _OPPOSITES]
    if not opposites:
        return f"[{'^' if negated else ''}{_members(rest, flags)}]"
    either = "|".join([*opposites, *([f"[{_members(rest, flags)}]"] if rest else [])])
    return rf"(?:(?!{either})[\s\S])" if negated else f"(?:{either})"


def _members(members: Any, flags: int) -> str:
    written = ""
    for op, argument in members:
        match op:
            case ops.LITERAL:
                written += _range(argument, argument, flags)
            case ops.RANGE:
                first, last = argument
                written += _range(first, last, flags)
            case ops.CATEGORY if argument in _CLASSES:
                written += _CLASSES[argument]
            case _:
                raise UntranslatableError(f"{op} {argument}")
    return written


def _range(first: int, last: int, flags: int) -> str:
    written = _escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}"
    if flags & re.IGNORECASE:
        inside = range(first, min(last, 0x24F) + 1)
        others = {c.swapcase() for c in map(chr, inside) if len(c.swapcase()) == 1}
        written += "".join(_escaped(ord(c)) for c in sorted(others) if ord(c) not in inside)
    return written


def _escaped(code: int) -> str:
    character = chr(code)
    if character.isascii() and character.isalnum():
        return character
    return f"\\u{{{code:x}}}"
