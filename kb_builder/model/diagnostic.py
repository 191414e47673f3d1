"""What a check has to say about one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kb_builder.model.span import Span

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a file and what is to stand there instead; an empty stretch is where to insert."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A defect met while a file was being loaded, told by the rule that stands for it."""

    rule: str
    span: Span
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()
    """What mends it without a change of meaning; all of them together, or none."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of one rule: the message states the problem, only the help says what to do."""

    rule: str
    severity: Severity
    span: Span
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()
    """What mends it without a change of meaning; all of them together, or none."""
    private: bool = False
    """Whether what stands at the span must not be repeated, as a secret in the log of a public build."""

    def __str__(self) -> str:
        first = f"{self.span}: {self.severity}[{self.rule}] {self.message}"
        return f"{first}\n  help: {self.help}" if self.help else first


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics by file, place and rule: the order does not depend on how they arose."""
    return sorted(diagnostics, key=lambda found: (found.span, found.rule, found.message))
