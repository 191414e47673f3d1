from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.span import Span
from kb_builder.report.discretion import discreet

LINES = ["to ida@northgate.com", "-----BEGIN", "MIIEpAIBAAK", "-----END"]


def line_of(path: str, line: int) -> str:
    return LINES[line - 1]


def found(message: str, *edits: str, path: str = "a.md") -> Diagnostic:
    at = Span(path, 1, 1, 1, 3)
    return Diagnostic("x", "hint", at, message, message, tuple(Edit(at, edit) for edit in edits))


MAIL = Diagnostic("mail-address", "error", Span("a.md", 1, 4, 1, 21), "`ida…`", private=True)
KEY = Diagnostic("secret", "error", Span("a.md", 2, 1, 4, 9), "`----…`", private=True)


def test_private_values_are_told_in_no_message_help_or_edit() -> None:
    shown = [
        found("`ida@northgate.com` is no product", "Halyard Mail"),
        found("no such line `MIIEpAIBAAK`", "to\\nida@northgate.com"),
        MAIL,
    ]
    assert discreet(shown, [MAIL, KEY], line_of) == [
        found("`…` is no product", "Halyard Mail"),
        found("no such line `…`"),
        MAIL,
    ]


def test_findings_of_other_files_stay_as_they_are() -> None:
    shown = [found("`ida@northgate.com` is no product", path="b.md")]
    assert discreet(shown, [MAIL], line_of) == shown
