"""Diagnostics as lines for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from kb_builder.model.diagnostic import SEVERITIES, Diagnostic

Style = Callable[[str, str], str]
"""From a text and the name of a style (a severity, `place`, `rule`, `help`) to the styled text."""

Excerpt = Callable[[Diagnostic], Sequence[str]]
"""The lines of the file that are shown with a finding."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What moves the cursor, or turns the direction of what follows."""
_COMMAND = re.compile(r"(##(?:vso)?)\[")
"""What Azure Pipelines and GitHub Actions take for a command wherever it stands in a log."""


def plain(text: str, style: str) -> str:
    return text


def without_excerpt(found: Diagnostic) -> Sequence[str]:
    return ()


def lines(
    diagnostics: Iterable[Diagnostic], style: Style = plain, excerpt: Excerpt = without_excerpt
) -> Iterator[str]:
    """Each diagnostic as `path:line:column: severity[rule] message`.

    Below it stand its excerpt, the last line of which has the carets, and its help.
    """
    for found in diagnostics:
        place = style(f"{one_line(str(found.span))}:", "place")
        kind = style(f"{found.severity}[{found.rule}]", found.severity)
        yield f"{place} {kind} {one_line(found.message)}"
        for line in excerpt(found):
            is_marks = set(line) <= {" ", "|", "^"}
            yield f"  {style(line, found.severity if is_marks else 'quiet')}"
        if found.help:
            yield f"  {style('help:', 'help')} {one_line(found.help)}"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`3 errors, 1 warning`, or `no findings`."""
    counts = Counter(found.severity for found in diagnostics)
    parts = [counted(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    return ", ".join(parts) or "no findings"


def by_rule(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, int]]:
    """Severity, rule and how often it was found, the most frequent first."""
    counts = Counter((found.severity, found.rule) for found in diagnostics)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(severity, rule, count) for (severity, rule), count in ranked]


def one_line(text: str) -> str:
    """The text with its control characters spelt out: a record must not steer a terminal."""
    return no_command(_CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text))


def no_command(text: str) -> str:
    """The text without what a build server would carry out: nor must a record steer a build."""
    return _COMMAND.sub(r"\1\\x5b", text)


def counted(number: int, noun: str) -> str:
    """`1 record`, `1,947 records`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
