"""A signature as its writer gives it to its parts."""

from __future__ import annotations

import re
import string

from kb_builder.model.signature.characters import (
    BLANKS,
    DIGITS,
    LINE_ENDS,
    WORD,
    Characters,
    between,
    either_case,
    one_of,
)
from kb_builder.model.signature.problem import UnusableSignatureError
from kb_builder.model.signature.syntax import Edge, Group, Item, One, Repeat

OPEN_END = 100
"""How often `*` and `+` repeat at most: without an end, a long log could take for ever."""
_MOST_TIMES = 200
_DEEPEST = 10

_LIMITS = re.compile(r"\{(\d+)(?:(,)(\d*))?\}", re.ASCII)
_NAMED = re.compile(r"\(\?(P?<[^=!]|P[=>]|')")
_FLAGS = re.compile(r"\(\?[a-zA-Z-]")
_CLASSES = {
    "d": DIGITS,
    "w": WORD,
    "s": BLANKS,
    "D": ~DIGITS,
    "W": ~WORD,
    "S": ~BLANKS,
    "t": one_of("\t"),
    "n": one_of("\n"),
    "r": one_of("\r"),
}
_RANGES = (string.digits, string.ascii_lowercase, string.ascii_uppercase)


def parse(pattern: str) -> Group:
    """The parts of `pattern`.

    Raises UnusableSignatureError for what the dialect does not have.
    """
    return _Parser(pattern).parse()


class _Parser:
    """Reads a pattern from its start to its end; `at` is the place that it has come to."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.depth = 0

    def parse(self) -> Group:
        group = self._alternatives()
        if self._next():
            raise UnusableSignatureError("`)` closes no group", r"write `\)` for the character")
        return group

    def _next(self, ahead: int = 0) -> str:
        return self.pattern[self.at + ahead : self.at + ahead + 1]

    def _alternatives(self) -> Group:
        sequences = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            sequences.append(self._sequence())
        return Group(tuple(sequences))

    def _sequence(self) -> tuple[Item, ...]:
        items: list[Item] = []
        while self._next() not in ("", "|", ")"):
            start = self.at
            items.append(self._repeated(self._item(), start))
        return tuple(items)

    def _item(self) -> One | Edge | Group:
        sign = self._next()
        if sign in "*+?":
            raise UnusableSignatureError(
                f"`{sign}` has nothing to repeat", f"write `\\{sign}` for the character"
            )
        if sign == "{":
            raise _no_limit()
        if sign == "(":
            return self._group()
        if sign == "[":
            return One(self._class())
        if sign == "\\":
            return self._escape()
        self.at += 1
        if sign == ".":
            return One(~LINE_ENDS)
        if sign in "^$":
            return Edge(sign)
        return _literal(sign)

    def _escape(self) -> One | Edge:
        if self._next(1) == "b":
            self.at += 2
            return Edge(r"\b")
        sign, characters = self._escaped()
        return One(characters) if characters else _literal(sign)

    def _escaped(self) -> tuple[str, Characters | None]:
        r"""What stands behind `\`, and the characters that it means where it is not itself."""
        sign = self._next(1)
        if not sign:
            raise UnusableSignatureError(
                r"the signature ends with a single `\`", r"write `\\` for the character"
            )
        if sign in "123456789":
            raise UnusableSignatureError(
                f"`\\{sign}` refers back to a group", "write out what it stands for"
            )
        if sign not in _CLASSES and sign not in string.punctuation + " ":
            raise UnusableSignatureError(
                f"`\\{sign}` has no meaning here",
                r"after `\` goes one of `dDwWsSbtnr` or a punctuation mark",
            )
        self.at += 2
        return sign, _CLASSES.get(sign)

    def _group(self) -> Group:
        start = self.at
        if self.pattern.startswith("(?", start) and self._next(2) != ":":
            raise _unknown_group(self.pattern[start:])
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnusableSignatureError(
                f"groups stand more than {_DEEPEST} deep in each other", "write fewer groups"
            )
        self.at += 3 if self._next(1) == "?" else 1
        group = self._alternatives()
        if self._next() != ")":
            raise _not_closed("group", self.pattern[start:], ")")
        self.at += 1
        self.depth -= 1
        return group

    def _class(self) -> Characters:
        start = self.at
        self.at += 1
        inverted = self._next() == "^"
        self.at += inverted
        if self._next() == "]":
            written = self.pattern[start : self.at + 1]
            raise UnusableSignatureError(
                f"`{written}` has no characters", r"write `\[` and `\]` for the characters"
            )
        found = Characters()
        while self._next() != "]":
            if not self._next():
                raise _not_closed("class", self.pattern[start:], "]")
            found |= self._class_entry()
        self.at += 1
        found = ~found if inverted else found
        if not found.ranges:
            written = self.pattern[start : self.at]
            raise UnusableSignatureError(f"`{written}` has no characters", "leave it out")
        return found

    def _class_entry(self) -> Characters:
        """A character, a range or an escape in a class."""
        start = self.at
        sign, characters = self._class_sign()
        if self._next() != "-" or self._next(1) in ("]", ""):
            return characters or either_case(sign)
        self.at += 1
        last, last_characters = self._class_sign()
        written = self.pattern[start : self.at]
        plain = written == f"{sign}-{last}" and not characters and not last_characters
        if not plain or not any(sign in row and last in row for row in _RANGES) or sign > last:
            raise UnusableSignatureError(
                f"`{written}` is no range of digits, small letters or capitals",
                r"write a range as `0-9` or `a-f`, and `\-` for the character",
            )
        return between(sign.lower(), last.lower()) | between(sign.upper(), last.upper())

    def _class_sign(self) -> tuple[str, Characters | None]:
        if self._next() == "\\":
            return self._escaped()
        self.at += 1
        return self.pattern[self.at - 1], None

    def _repeated(self, item: One | Edge | Group, start: int) -> Item:
        """The item with the repeat that follows it, if one does; it started at `start`."""
        sign = self._next()
        repeat_start = self.at
        if not sign or sign not in "*+?{":
            return item
        if isinstance(item, Edge):
            raise UnusableSignatureError(
                f"`{self.pattern[start : self.at + 1]}` repeats a place, not a text",
                f"leave out `{sign}`, or write `\\{sign}` for the character",
            )
        least, most = self._limits()
        repeat = self.pattern[repeat_start : self.at]
        lazy = self._next() == "?"
        self.at += lazy
        if self._next() == "+":
            raise UnusableSignatureError(
                f"`{repeat}+` repeats without ever giving back", f"write `{repeat}`"
            )
        written = self.pattern[start : self.at]
        if item.shortest == 0:
            raise UnusableSignatureError(
                f"`{written}` repeats what may be nothing",
                "let the group match one character at the least",
            )
        if most * _variable_repeats(item) > _MOST_TIMES:
            raise UnusableSignatureError(
                f"`{written}` repeats a repeat",
                "take one of them out, or give both low limits, such as `{1,3}`",
            )
        return Repeat(item, least, most, lazy, written)

    def _limits(self) -> tuple[int, int]:
        sign = self._next()
        if sign != "{":
            self.at += 1
            return {"*": (0, OPEN_END), "+": (1, OPEN_END), "?": (0, 1)}[sign]
        found = _LIMITS.match(self.pattern, self.at)
        if not found:
            raise _no_limit()
        self.at = found.end()
        written = found[0]
        if found[2] and not found[3]:
            raise UnusableSignatureError(
                f"`{written}` has no upper limit",
                f"write one, such as `{{{found[1]},{max(int(found[1]), 40)}}}`",
            )
        least, most = int(found[1]), int(found[3] or found[1])
        if least > most:
            raise UnusableSignatureError(
                f"`{written}` has its limits the wrong way round", f"write `{{{most},{least}}}`"
            )
        if most > _MOST_TIMES:
            raise UnusableSignatureError(
                f"`{written}` repeats more than {_MOST_TIMES} times", "write a lower limit"
            )
        if most == 0:
            raise UnusableSignatureError(f"`{written}` repeats nothing", "leave it out")
        return least, most


def _literal(sign: str) -> One:
    return One(either_case(sign), sign.isalnum())


def _variable_repeats(item: One | Group | Edge | Repeat) -> int:
    """The highest limit of a repeat inside `item` that may be shorter; 0 where there is none."""
    if isinstance(item, Repeat):
        inner = item.most * max(1, _variable_repeats(item.item))
        return inner if item.least < item.most or _variable_repeats(item.item) else 0
    if isinstance(item, Group):
        parts = (part for sequence in item.alternatives for part in sequence)
        return max(map(_variable_repeats, parts), default=0)
    return 0


def _no_limit() -> UnusableSignatureError:
    return UnusableSignatureError(
        "`{` starts no limit", r"write a limit as `{2,5}`, and `\{` for the character"
    )


def _not_closed(what: str, written: str, closing: str) -> UnusableSignatureError:
    shown = written if len(written) <= 20 else f"{written[:19]}…"
    opening = written[0]
    return UnusableSignatureError(
        f"the {what} that starts with `{shown}` is not closed",
        f"write `{closing}` where it ends, or `\\{opening}` for the character",
    )


def _unknown_group(written: str) -> UnusableSignatureError:
    start = written[:3] if written[2:3] != "<" else written[:4]
    if written.startswith(("(?=", "(?!", "(?<=", "(?<!")):
        return UnusableSignatureError(
            f"`{start}` looks ahead or behind", "match the text itself, or leave it out"
        )
    if _NAMED.match(written):
        return UnusableSignatureError(f"`{start}` is for groups with names", "write `(` instead")
    if written.startswith("(?>"):
        return UnusableSignatureError(f"`{start}` is a group that never gives back", "write `(?:`")
    if _FLAGS.match(written):
        return UnusableSignatureError(
            f"`{start}` sets flags", "leave it out: small letters match capitals anyway"
        )
    return UnusableSignatureError(f"`{start}` has no meaning here", "write `(` or `(?:`")
