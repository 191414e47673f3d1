from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic, in_order
from kb_builder.model.span import Span


def test_a_diagnostic_is_printed_on_one_line_and_its_help_below() -> None:
    span = Span("a.md", 3, 5, 3, 9)
    assert str(Diagnostic("x", "hint", span, "a thing")) == "a.md:3:5: hint[x] a thing"
    with_help = Diagnostic("x", "error", span, "a thing", "mend it")
    assert str(with_help) == "a.md:3:5: error[x] a thing\n  help: mend it"


def test_diagnostics_are_ordered_by_file_place_and_rule() -> None:
    spans = [Span("a.md", 2, 1, 2, 2), Span("a.md", 10, 1, 10, 2), Span("b.md", 1, 1, 1, 2)]
    ordered = [Diagnostic(rule, "error", span, "m") for span in spans for rule in ("x", "y")]
    assert in_order(ordered[::-1]) == ordered
