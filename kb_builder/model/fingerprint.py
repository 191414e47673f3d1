"""What a finding is known by from one run to the next, wherever its line has moved to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from kb_builder.model.diagnostic import Diagnostic

LineOf = Callable[[str, int], str]
"""From the path of a file and the number of a line to its text; empty where there is none."""

_NUMBER = re.compile(r"[0-9]+")
_LENGTH = 16


def fingerprint(found: Diagnostic, line_of: LineOf) -> str:
    """A hash of the rule, the message and the text of the line, without the line's number.

    Numbers in the message do not count, for they tell of lines elsewhere, and of days that pass.
    """
    line = line_of(found.span.path, found.span.line).strip()
    message = _NUMBER.sub("0", found.message)
    return sha256(f"{found.rule}\0{message}\0{line}".encode()).hexdigest()[:_LENGTH]


def unlike(findings: Iterable[Diagnostic], line_of: LineOf) -> list[str]:
    """A fingerprint for each finding that no other has: of equal ones in a file each is numbered."""
    met: dict[tuple[str, str], int] = {}
    prints = []
    for found in findings:
        path = found.span.path
        one = fingerprint(found, line_of)
        met[path, one] = number = met.get((path, one), 0) + 1
        prints.append(sha256(f"{path}\0{one}\0{number}".encode()).hexdigest())
    return prints
