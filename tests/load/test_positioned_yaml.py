from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from kb_builder.load.positioned_yaml import compose


def said(text: str) -> list[str]:
    return [
        f"{p.span.line}:{p.span.column}-{p.span.end_line}:{p.span.end_column} {p.message}"
        + (f" | {p.help}" if p.help else "")
        for p in compose(text, "a.yml").problems
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [b\nc: d", "2:2-2:3 YAML: did not find expected ',' or ']'"
         " | close the bracket, or put the text in quotes"),
        ('a: "b\nc: d', "1:4-1:5 YAML: found unexpected end of stream"
         " | close the quote or bracket that was opened here"),
        ("a: @x", "1:4-1:5 YAML: found character that cannot start any token"
         " | put a text that starts with `@`, `%` or a backtick in quotes"),
        ('a: "\\d"', "1:5-1:6 YAML: found unknown escape character"
         " | use single quotes, in which `\\` is an ordinary character"),
        ("a: **b** c", "1:5-1:6 YAML: did not find expected alphabetic or numeric character"
         " | put a text that starts with `*` or `&` in quotes"),
        ("a: b\n...\nc: d", "3:1-3:2 YAML: did not find expected <document start>"
         " | a field is `name: value`"),
        ('"😀" x: "😀', "1:5-1:6 YAML: did not find expected key"
         " | check the indentation and the quotes of this line and the one before"),
        ("a: b\n---\nc: d", "2:1-2:4 a second YAML document starts here"),
        ("? [a, b]\n: c", "1:3-1:4 a list or mapping stands as a key"),
        ("a: &x [1]\nb: *x", "2:4-2:6 alias `*x` | write the value out"),
        ("a: !!python/object:os.system x",
         "1:4-1:29 tag `!!python/object:os.system` | leave it out, or put the text in quotes"),
        ("a: !x [1]", "1:4-1:6 tag `!x` | leave it out, or put the text in quotes"),
        ("a: !!bool x", "1:4-1:10 tag `!!bool` | leave it out, or put the text in quotes"),
        ("é: \x07x", "1:4-1:5 U+0007 is not allowed in YAML | remove it"),
        ("\ufeffa: b", "1:1-1:2 U+FEFF is not allowed in YAML | remove it"),
        ("a: b\u2028c\nd: e", "1:5-1:6 U+2028 ends the line for YAML"
         " | replace it by a blank, or put the text in double quotes"),
        ("a:\n\tb: c", "2:1-2:2 a tab indents this line | use blanks"),
        ("a:\n  \tb: c", "2:3-2:4 a tab indents this line | use blanks"),
        ("a: |\n  b\n\tc\nd: e", "3:1-3:2 a tab indents this line | use blanks"),
        ("- \ta: b", "1:3-1:4 a tab indents this line | use blanks"),
        ("a: 1\na: 2", "2:1-2:2 `a` stands a second time | keep this one or that of line 1"),
        ("[" * 100_000, "1:1001-1:1002 nested deeper than 20 levels"),
        ("- " * 100_000, "1:41-1:41 nested deeper than 20 levels"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_or_too_much_of_it_is_one_problem_at_its_place(
    text: str, expected: str
) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a\tb", "a\tb"),
        ('"a\u2028b"', "a\u2028b"),
        ("<<", "<<"),
        ("=", "="),
        ("~", None),
        ("on", True),
        ("1:30", 90),
        ("010", 8),
        ("0x1F", 31),
        ("! 5", "5"),
        ("!!str 5", "5"),
        ("&x b", "b"),
        ("2026-03-04", date(2026, 3, 4)),
        ("2026-03-04 10:00:00", datetime(2026, 3, 4, 10)),
        ("2026-02-30", "2026-02-30"),
        ("2026-03-04T10:00:00+99:99", "2026-03-04T10:00:00+99:99"),
        ("0x_", "0x_"),
        ("9" * 5000, "9" * 5000),
        ("1" + ":30" * 300_000, "1" + ":30" * 300_000),
    ],
)
def test_a_scalar_is_read_as_yaml_does_unless_it_cannot_be_meant(written: str, value: Any) -> None:
    composed = compose(f"a: {written}\nb: c", "a.yml")
    assert composed.value == {"a": value, "b": "c"}
    assert composed.problems == []


def test_keys_are_texts_as_they_are_written() -> None:
    value = compose("1: a\ntrue: b\non: c\n<<: {d: e}\n? f\n: g\n", "a.yml").value
    assert value == {"1": "a", "true": "b", "on": "c", "<<": {"d": "e"}, "f": "g"}


def test_of_a_key_given_twice_the_first_value_holds_and_both_are_read_through() -> None:
    text = "a: 1\na: {b: 1, b: 2}\nc: 3"
    assert compose(text, "a.yml").value == {"a": 1, "c": 3}
    assert len(said(text)) == 2


def test_every_value_and_key_knows_its_place() -> None:
    composed = compose("a: |\n  x\n  y\n\nb: [😀, 'z']\n", "a.yml", first_line=2)
    spans = {
        key: (span.line, span.column, span.end_line, span.end_column)
        for key, span in composed.value_spans.items()
    }
    assert spans == {
        (): (2, 1, 6, 12),
        ("a",): (2, 4, 4, 4),
        ("b",): (6, 4, 6, 12),
        ("b", 0): (6, 5, 6, 6),
        ("b", 1): (6, 8, 6, 11),
    }
    assert str(composed.key_spans["b",]) == "a.yml:6:1"


def test_a_scalar_of_a_megabyte_is_read() -> None:
    assert compose("a: " + "x" * 1_000_000, "a.yml").value == {"a": "x" * 1_000_000}
