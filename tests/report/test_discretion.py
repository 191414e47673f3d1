from __future__ import annotations

import time

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


def test_findings_of_other_files_do_not_tell_the_values_either() -> None:
    shown = [found("`b@example.com` finds `ida@northgate.com` before it", path="b.md")]
    assert discreet(shown, [MAIL], line_of) == [
        found("`b@example.com` finds `…` before it", path="b.md")
    ]


def test_what_a_message_quotes_of_a_value_before_it_is_cut_is_told_no_more() -> None:
    shown = [found("`write to ida@northga…` is no product"), found("`ida…` and `idaho` … are none")]
    assert discreet(shown, [MAIL], line_of) == [
        found("`write to …` is no product"),
        found("`ida…` and `idaho` … are none"),
    ]


def test_of_values_that_start_alike_the_longest_is_taken_out() -> None:
    lines = ["ida@northgate.com", "ida@northgate.com.example"]
    both = [
        Diagnostic("x", "error", Span("a.md", n, 1, n, len(line) + 1), "…", private=True)
        for n, line in enumerate(lines, 1)
    ]
    shown = [found("`ida@northgate.com.example`, `ida@northgate.com`")]
    told = discreet(shown, both, lambda path, line: lines[line - 1])
    assert told == [found("`…`, `…`")]


def test_a_long_edit_is_looked_through_in_no_time() -> None:
    start = time.process_time()
    discreet([found("x", "ida@" * 250_000)] * 100, [MAIL], line_of)
    assert time.process_time() - start < 2
