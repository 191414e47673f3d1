from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from kb_builder.load.record import load_record
from kb_builder.load.source import parse_source
from kb_builder.model.record import Confirmation, Record, Withdrawal


def load(fields: str) -> Record:
    source = parse_source(f"---\n{fields}\n---\n".encode(), "a.md", PurePosixPath("cases/a.md"))
    return load_record(source, source.fields or {}, "a")


def test_values_become_the_types_of_their_fields() -> None:
    record = load(
        "title: ' a '\ncause: ' a '\nopened: 2026-03-04\nclosed: '2026-03-05'\nlabor_minutes: 45\n"
        "tags: [a, b]\nconfirmation: {by: idle, attempts: [2026-03-03], on: 2026-03-04}\n"
        "withdrawn: {on: 2026-04-01, reason: b}\n"
    )
    assert record.file.problems == ()
    assert (record.title, record.cause, record.labor_minutes) == ("a", " a ", 45)
    assert (record.opened, record.closed) == (date(2026, 3, 4), date(2026, 3, 5))
    assert record.tags == ("a", "b")
    assert record.confirmation == Confirmation("idle", date(2026, 3, 4), (date(2026, 3, 3),))
    assert record.withdrawn == Withdrawal(date(2026, 4, 1), "b")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title: on", "2:8: `title` is true or false, not a text"
         " | YAML reads `on` as true; put it in quotes: `'on'`"),
        ("title: 1:30", "2:8: `title` is a number, not a text"
         " | YAML reads `1:30` as 90; put it in quotes: `'1:30'`"),
        ("title: 2026", "2:8: `title` is a number, not a text | put it in quotes: `'2026'`"),
        ("title: [a]", "2:8: `title` is a list, not a text | write one text"),
        ("labor_minutes: 060", "2:16: `labor_minutes` is a text, not a whole number"
         " | YAML reads `060` as 48; write whole minutes, such as 45"),
        ("labor_minutes: 1:30:00", "2:16: `labor_minutes` is a text, not a whole number"
         " | YAML reads `1:30:00` as 5400; write whole minutes, such as 45"),
        ("labor_minutes: yes", "2:16: `labor_minutes` is true or false, not a whole number"
         " | write whole minutes, such as 45"),
        ("labor_minutes: 1.5", "2:16: `labor_minutes` is a number, not a whole number"
         " | write whole minutes, such as 45"),
        ("opened: 2026-03-04T10:00:00+01:00", "2:9: `opened` is a date with a time, not a date"
         " | write it as 2026-11-24"),
        ("opened: 2026-W01-1", "2:9: `opened` is a text, not a date | write it as 2026-11-24"),
        ("opened: 2026-02-30", "2:9: `opened` is a text, not a date | write it as 2026-11-24"),
        ("tags: a", "2:7: `tags` is a text, not a list"
         " | write it as a list: `tags:` and below it `- ` before each"),
        ("tags:\n  - a\n  - no", "4:5: `tags.2` is true or false, not a text"
         " | YAML reads `no` as false; put it in quotes: `'no'`"),
        ("confirmation: customer", "2:15: `confirmation` is a text, not a mapping"
         " | give it `by`, `on`, `attempts`, `note`"),
        ("confirmation:\n  on: soon", "3:7: `confirmation.on` is a text, not a date"
         " | write it as 2026-11-24"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type_says_what_it_is_and_what_to_write(field: str, said: str) -> None:
    [problem] = load(field).file.problems
    place = f"{problem.span.line}:{problem.span.column}"
    assert f"{place}: {problem.message} | {problem.help}" == said
    assert problem.rule == "wrong-type"


def test_what_is_left_out_does_not_keep_the_rest_from_being_read() -> None:
    record = load("title: 5\ntags: [a, 5, ~, b]\nowner: c")
    assert (record.title, record.tags, record.owner) == ("", ("a", "b"), "c")


@pytest.mark.parametrize("written", ["45", "0", "-5", "+5", "1_000"])
def test_plain_numbers_are_minutes(written: str) -> None:
    assert load(f"labor_minutes: {written}").labor_minutes == int(written)
