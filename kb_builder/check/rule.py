"""What a rule is: one defect, why it matters, how it looks, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kb_builder.check.silences import Silence
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit, Severity
from kb_builder.model.record import Record
from kb_builder.model.source import KeyPath, SourceFile
from kb_builder.model.span import Span

Theme = Literal[
    "form",
    "closing",
    "collaboration",
    "notes",
    "root-cause",
    "links",
    "privacy",
    "findable",
    "life",
]
THEMES: dict[Theme, str] = {
    "form": "Form of a record",
    "closing": "Closing a case",
    "collaboration": "Closing a collaboration",
    "notes": "Notes that stand alone",
    "root-cause": "Root cause",
    "links": "Links and pictures",
    "privacy": "Privacy",
    "findable": "Findable",
    "life": "Life of a record",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a rule found its defect: the keys that lead to a value, or a span of their own."""

    at: KeyPath | Span
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()
    """What mends it without a change of meaning; `kb fix` makes all of them together, or none."""
    private: bool = False
    """Whether what stands there must not be repeated, as a secret in the log of a public build."""


@dataclass(frozen=True, slots=True)
class Example:
    """A record that shows a rule, printed on its page and run by the tests.

    `fields` replace those of a clean record of `kind` (see `check.examples`); `text` is a whole
    file instead.
    """

    fields: str = ""
    """Front matter, as in a file: it stands there from line 2 on, before the other fields."""
    kind: str = "case"
    without: tuple[str, ...] = ()
    """Fields of the clean record that are left out."""
    body: str = ""
    text: str | bytes = ""
    """The whole file, where the example is not about fields."""
    files: dict[str, str] = field(default_factory=dict)
    """Other files, by path below the content folder; `CLEAN` stands for a clean case, `FIELDS` for its fields."""
    links: dict[str, str] = field(default_factory=dict)
    """Symbolic links, by path below the content folder, with what they point to."""
    settings: dict[str, Any] = field(default_factory=dict)
    """Settings under which the example is checked."""

    def __post_init__(self) -> None:
        # What an example is about stands first in it, wherever it belongs.
        rules = {"fields-out-of-order": "off", **self.settings.get("rules", {})}
        object.__setattr__(self, "settings", {**self.settings, "rules": rules})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; exactly one of the checks is given, by what it has to look at."""

    name: str
    """Names the bad thing; that of its file, with `-` for `_`."""
    theme: Theme
    severity: Severity = "error"
    summary: str
    """What it finds, in a clause that starts with a capital."""
    reason: str
    """Why that is bad, in a sentence or two of Markdown."""
    step: str
    """The step of the closure procedure that it enforces: page and anchor, `case-closure#lower-severity`."""
    bad: Example
    expected: str
    """The exact diagnostics for `bad`, as `kb check` prints them, the path starting below `cases/`."""
    good: Example
    check_source: Callable[[SourceFile, Content], Iterator[Finding]] | None = None
    """Looks at a file, whether or not a record came of it."""
    check_record: Callable[[Record, Content], Iterator[Finding]] | None = None
    check_content: Callable[[Content], Iterator[Finding]] | None = None
    """Looks at all records together; its findings are at spans, for keys would not say in which file."""
    fixable: bool = False
    """Whether its findings carry edits, at least where that is safe."""
    needs_all_records: bool = False
    """Whether it judges nothing rightly unless every record is there, as a count of them would."""
    check_unused: Callable[[Sequence[Silence]], Iterator[Finding]] | None = None
    """Looks at the silences of a file that have silenced nothing, after every other check."""


def problems_of(name: str) -> Callable[[SourceFile, Content], Iterator[Finding]]:
    """The check of a rule that stands for a defect met while a file is loaded."""

    def check(source: SourceFile, content: Content) -> Iterator[Finding]:
        for problem in source.problems:
            if problem.rule == name:
                yield Finding(problem.span, problem.message, problem.help, problem.edits)

    return check
