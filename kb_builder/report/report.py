"""What every format of a report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kb_builder.model.diagnostic import Diagnostic, Severity
from kb_builder.model.fingerprint import LineOf, unlike


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a report tells of a rule."""

    name: str
    theme: str
    severity: Severity
    """As the rule has it, before the settings."""
    summary: str
    reason: str
    url: str = ""
    """Its page on the published site; empty where it is not known."""


@dataclass(frozen=True)
class Report:
    """The findings of one check, in the order in which every format gives them."""

    findings: tuple[Diagnostic, ...] = ()
    paths: tuple[str, ...] = ()
    """Every file that was checked."""
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    """The rules that were run, by name."""
    line_of: LineOf = lambda path, line: ""
    today: date = date(1970, 1, 1)
    """The day on which the records were judged."""
    version: str = ""

    def fingerprints(self) -> list[str]:
        """For each finding what it is known by from one run to the next."""
        return unlike(self.findings, self.line_of)
