from __future__ import annotations

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.text import by_rule, counted, lines, one_line, plain, summary

SPAN = Span("content/cases/A.md", 9, 11, 9, 20)
ERROR = Diagnostic("unknown-topic", "error", SPAN, "no topic `x`", "choose `y`")
WARNING = Diagnostic("too-long", "warning", Span.whole_line("B.md", 1), "too long")


def test_a_line_a_finding_and_one_for_its_help() -> None:
    assert list(lines([ERROR, WARNING])) == [
        "content/cases/A.md:9:11: error[unknown-topic] no topic `x`",
        "  help: choose `y`",
        "B.md:1:1: warning[too-long] too long",
    ]


def test_the_excerpt_stands_between_the_message_and_the_help() -> None:
    told = list(lines([ERROR], excerpt=lambda found: ["9 | cause: x", "  |        ^"]))
    assert told == [
        "content/cases/A.md:9:11: error[unknown-topic] no topic `x`",
        "  9 | cause: x",
        "    |        ^",
        "  help: choose `y`",
    ]


def test_each_part_has_a_style_of_its_own() -> None:
    assert list(lines([ERROR], lambda text, name: f"<{name}>{text}</>")) == [
        "<place>content/cases/A.md:9:11:</> <error>error[unknown-topic]</> no topic `x`",
        "  <help>help:</> choose `y`",
    ]


def test_control_characters_of_a_record_are_spelt_out() -> None:
    evil = Diagnostic("r", "hint", Span.whole_line("a\x1b.md", 1), "`\x1b[2J\n`", "\x9bx\t")
    assert list(lines([evil])) == [
        r"a\x1b.md:1:1: hint[r] `\x1b[2J\x0a`",
        r"  help: \x9bx\x09",
    ]
    assert one_line("é – 日本 😀") == "é – 日本 😀"


def test_a_record_gives_no_command_to_a_build_server() -> None:
    evil = Diagnostic(
        "r", "hint", Span.whole_line("a.md", 1), "`##vso[task.x]` `##[x]`", "##vso[y]"
    )
    assert list(lines([evil], excerpt=lambda found: ())) == [
        r"a.md:1:1: hint[r] `##vso\x5btask.x]` `##\x5bx]`",
        r"  help: ##vso\x5by]",
    ]


def test_the_summary_counts_by_severity() -> None:
    assert summary([]) == "no findings"
    assert summary([WARNING, ERROR, ERROR]) == "2 errors, 1 warning"


def test_rules_come_by_how_often_they_were_found() -> None:
    assert by_rule([WARNING, ERROR, ERROR]) == [
        ("error", "unknown-topic", 2),
        ("warning", "too-long", 1),
    ]


def test_numbers_have_their_noun() -> None:
    assert (counted(0, "hit"), counted(1, "hit"), counted(1947, "hit")) == (
        "0 hits",
        "1 hit",
        "1,947 hits",
    )
    assert plain("x", "error") == "x"
