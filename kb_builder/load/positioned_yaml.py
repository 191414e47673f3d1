"""YAML to plain values, every one of which knows its place.

A composer over the parser's events: it never recurses, so that depth and size cost nothing, and it
refuses what a record has no use for (aliases, tags of other languages), so that a YAML bomb is an
ordinary problem.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

import yaml

from kb_builder.model.diagnostic import Problem
from kb_builder.model.source import KeyPath
from kb_builder.model.span import Span

DEEPEST_NESTING = 20
_TOO_DEEP = f"nested deeper than {DEEPEST_NESTING} levels"
LONGEST_NUMBER = 50
"""Characters; a longer scalar is a text, for to read it as a number could take minutes."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_YAML = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_HIDDEN_LINE_END = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for the end of a line, and editors do not."""
_INDENTING_TAB = re.compile(r"[ ?:-]*(?P<tab>\t)")
_STR = "tag:yaml.org,2002:str"
_TYPED = {f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "null", "timestamp")}

_HELP = {
    "mapping values are not allowed": "a text that holds `: ` is put in quotes or in a block after `|`",
    "could not find expected ':'": "a field is `name: value`; a text of several lines comes after `|`, indented",
    "did not find expected key": "check the indentation and the quotes of this line and the one before",
    "did not find expected <document start>": "a field is `name: value`",
    "found unexpected end of stream": "close the quote or bracket that was opened here",
    "found character that cannot start any token": "put a text that starts with `@`, `%` or a backtick in quotes",
    "did not find expected ',' or": "close the bracket, or put the text in quotes",
    "found unknown escape character": "use single quotes, in which `\\` is an ordinary character",
    "did not find expected '-' indicator": "the entries of a list stand one below the other, each after `- `",
    "did not find expected alphabetic or numeric": "put a text that starts with `*` or `&` in quotes",
}


@dataclass
class Composed:
    """What came of a YAML text; `value` is None where it could not be composed at all."""

    value: Any = None
    key_spans: dict[KeyPath, Span] = field(default_factory=dict)
    value_spans: dict[KeyPath, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class _Open:
    """A list or mapping that the events have opened and not yet closed."""

    path: KeyPath
    value: list[Any] | dict[str, Any]
    start: int
    key: str | None = None
    skip: bool = False
    """Whether the value that follows belongs to a key given twice, and is not wanted."""


class _RefusedError(Exception):
    def __init__(self, rule: str, start: int, end: int, message: str, help: str = "") -> None:
        self.rule, self.start, self.end = rule, start, end
        self.message, self.help = message, help


def compose(text: str, path: str, first_line: int = 1) -> Composed:
    """Compose one YAML document that starts on `first_line` of the file `path`.

    Never raises for what the text holds: a defect is a problem of the rule `broken-front-matter`,
    `tab-in-front-matter` or `duplicate-key`.
    """
    return _Composer(text, path, first_line).run()


class _Composer:
    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.result = Composed()
        self.open: list[_Open] = []

    def run(self) -> Composed:
        if forbidden := _NOT_YAML.search(self.text):
            message = f"U+{ord(forbidden[0]):04X} is not allowed in YAML"
            self._problem("broken-front-matter", *forbidden.span(), message, "remove it")
            return self.result
        try:
            loader = _Loader(self.text)
            while loader.check_event():
                self._take(loader, loader.get_event())
        except _RefusedError as refused:
            self._problem(refused.rule, refused.start, refused.end, refused.message, refused.help)
            self.result.value = None
        except yaml.MarkedYAMLError as error:
            self._broken(error)
            self.result.value = None
        return self.result

    def _take(self, loader: Any, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(
                "broken-front-matter", start, end, f"alias `*{event.anchor}`", "write the value out"
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", _STR):
            written = self.text[start:end].split(maxsplit=1)[0]
            message, help = f"tag `{written}`", "leave it out, or put the text in quotes"
            raise _RefusedError("broken-front-matter", start, start + len(written), message, help)
        if isinstance(event, yaml.ScalarEvent):
            if not (self.open and self._is_key(event, start, end)):
                self._add(self._scalar(loader, event), start, end)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event, start, end)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            closed = self.open.pop()
            self._note_span(closed.path, closed.start, end)
        elif isinstance(event, yaml.DocumentStartEvent) and self.result.value is not None:
            raise _RefusedError(
                "broken-front-matter", start, end, "a second YAML document starts here"
            )

    def _start(self, event: Any, start: int, end: int) -> None:
        if self.open and isinstance(self.open[-1].value, dict) and self.open[-1].key is None:
            raise _RefusedError(
                "broken-front-matter", start, end, "a list or mapping stands as a key"
            )
        if len(self.open) >= DEEPEST_NESTING:
            raise _RefusedError("broken-front-matter", start, end, _TOO_DEEP)
        value: list[Any] | dict[str, Any] = []
        if isinstance(event, yaml.MappingStartEvent):
            value = {}
        path = self._add(value, start, end)
        self.open.append(_Open(path, value, start))

    def _is_key(self, event: Any, start: int, end: int) -> bool:
        """Take the scalar as the next key of the innermost mapping, where it is one."""
        inner = self.open[-1]
        if not isinstance(inner.value, dict) or inner.key is not None:
            return False
        inner.key = event.value
        inner.skip = event.value in inner.value
        if inner.skip:
            first = self.result.key_spans[(*inner.path, event.value)]
            self._problem(
                "duplicate-key",
                start,
                end,
                f"`{event.value}` stands a second time",
                f"keep this one or that of line {first.line}",
            )
        else:
            self.result.key_spans[(*inner.path, event.value)] = self._span(start, end)
        return True

    def _add(self, value: Any, start: int, end: int) -> KeyPath:
        """Put a value where the events have got to, and say where that is."""
        if not self.open:
            self.result.value = value
            self._note_span((), start, end)
            return ()
        inner = self.open[-1]
        if isinstance(inner.value, list):
            path: KeyPath = (*inner.path, len(inner.value))
            inner.value.append(value)
        else:
            path = (*inner.path, str(inner.key))
            if inner.skip:
                path = (*path, "(again)")
            else:
                inner.value[str(inner.key)] = value
            inner.key, inner.skip = None, False
        if value is not None or start != end:
            self._note_span(path, start, end)
        return path

    def _scalar(self, loader: Any, event: Any) -> Any:
        # Markdown has no NUL, and code that works on it uses it as a mark of its own.
        text = event.value.replace("\0", "\ufffd")
        tag = event.tag or loader.resolve(yaml.ScalarNode, text, event.implicit)
        if tag not in _TYPED or len(text) > LONGEST_NUMBER:
            return text
        try:
            return loader.construct_object(yaml.ScalarNode(tag, text))
        except (ValueError, OverflowError):
            # A date such as 2026-02-30 looks like one and is none: the text is kept, its type is wrong.
            return text

    def _note_span(self, path: KeyPath, start: int, end: int) -> None:
        """Note the place of a value, without the line ends that a block ends with."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        self.result.value_spans[path] = self._span(start, end)

    def _broken(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(self.text)) if mark else 0
        problem = (error.problem or "cannot be read").strip()
        line = self._line_of(at)
        if tab := _INDENTING_TAB.match(self.text, self.line_starts[line], at + 1):
            message = "a tab indents this line"
            self._problem("tab-in-front-matter", *tab.span("tab"), message, "use blanks")
            return
        line_before = self.line_starts[max(line - 1, 0)]
        if hidden := _HIDDEN_LINE_END.search(self.text, line_before, at + 1):
            message = f"U+{ord(hidden[0]):04X} ends the line for YAML"
            help = "replace it by a blank, or put the text in double quotes"
            self._problem("broken-front-matter", *hidden.span(), message, help)
            return
        if problem == "found unexpected end of stream" and error.context_mark:
            at = error.context_mark.index
        # The parser has a limit of its own, which it meets first where it reads ahead.
        if problem == "exceeded maximum nesting depth":
            self._problem("broken-front-matter", at, at + 1, _TOO_DEEP)
            return
        help = next((text for start, text in _HELP.items() if problem.startswith(start)), "")
        end = at if self.text[at : at + 1] in ("", "\n") else at + 1
        self._problem("broken-front-matter", at, end, f"YAML: {problem}", help)

    def _problem(self, rule: str, start: int, end: int, message: str, help: str = "") -> None:
        self.result.problems.append(Problem(rule, self._span(start, end), message, help))

    def _line_of(self, index: int) -> int:
        return bisect_right(self.line_starts, index) - 1

    def _span(self, start: int, end: int) -> Span:
        first, last = self._line_of(start), self._line_of(end)
        return Span(
            self.path,
            self.first_line + first,
            start - self.line_starts[first] + 1,
            self.first_line + last,
            end - self.line_starts[last] + 1,
        )
