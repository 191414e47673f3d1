from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_builder.check.baseline import (
    Applied,
    BaselineError,
    apply,
    entries,
    read_baseline,
    write_baseline,
)
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span

LINES = {"a.md": ["", "severity: A", "severity: A", "tags:"], "b.md": ["", "x"]}
HERE = Path()


def line_of(path: str, line: int) -> str:
    return LINES[path][line - 1]


def at(path: str, line: int, rule: str = "r", message: str = "is `A`") -> Diagnostic:
    return Diagnostic(rule, "error", Span(path, line, 1, line, 2), message)


FOUND = [at("a.md", 2), at("a.md", 3), at("a.md", 4), at("b.md", 2, "other")]


def applied(held: Counter[tuple[str, str, str]], found: list[Diagnostic]) -> Applied:
    return apply(held, found, line_of, HERE)


def test_what_it_holds_is_not_reported() -> None:
    result = applied(entries(FOUND, line_of, HERE), FOUND)
    assert (result.findings, result.known, result.stale) == ([], 4, Counter())


def test_it_is_held_as_often_as_it_was_found() -> None:
    result = applied(entries(FOUND[:1], line_of, HERE), FOUND)
    assert result.findings == FOUND[1:]


def test_what_is_no_longer_found_is_stale() -> None:
    result = applied(entries(FOUND, line_of, HERE), FOUND[:1])
    assert (result.known, result.stale.total()) == (1, 3)
    assert [(path, rule) for path, rule, _ in sorted(result.stale)] == [
        ("a.md", "r"),
        ("a.md", "r"),
        ("b.md", "other"),
    ]


def test_of_some_files_and_rules_nothing_else_is_stale() -> None:
    held = entries(FOUND, line_of, HERE)
    only_b = apply(held, [], line_of, HERE, judged=["b.md"])
    assert [path for path, _, _ in only_b.stale] == ["b.md"]
    without_r = apply(held, [], line_of, HERE, unjudged_rules=["r"])
    assert [path for path, _, _ in without_r.stale] == ["b.md"]


def test_numbers_in_a_message_may_change_and_the_text_of_the_line_may_not() -> None:
    held = entries([at("a.md", 2, message="overdue by 3 days")], line_of, HERE)
    assert applied(held, [at("a.md", 2, message="overdue by 12 days")]).known == 1
    assert applied(held, [at("a.md", 4, message="overdue by 3 days")]).known == 0


def test_paths_do_not_depend_on_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: Callable[[str, int], str] = lambda path, line: "x"  # noqa: E731
    (tmp_path / "site/content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    above = entries([at("site/content/a.md", 2)], lines, Path("site"))
    monkeypatch.chdir(tmp_path / "site")
    assert entries([at("content/a.md", 2)], lines, Path()) == above
    assert [path for path, _, _ in above] == ["content/a.md"]


def test_it_is_written_sorted_one_entry_a_line_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    held = entries(FOUND[::-1], line_of, HERE)
    write_baseline(file, held)
    lines = file.read_text().split("\n")
    assert lines[:3] == ["{", '  "version": 1,', '  "findings": [']
    assert lines[3].startswith('    {"path": "a.md", "rule": "r", "fingerprint": "')
    counts = [line.rpartition('"count": ')[2] for line in lines[3:6]]
    assert sorted(counts[:2]) == ["1},", "2},"]
    assert counts[2] == "1}"
    assert lines[6:] == ["  ]", "}", ""]
    assert read_baseline(file) == held
    before = file.read_bytes()
    write_baseline(file, entries(FOUND, line_of, HERE))
    assert file.read_bytes() == before


def test_an_empty_one_is_read_again(tmp_path: Path) -> None:
    write_baseline(tmp_path / "b.json", {})
    assert read_baseline(tmp_path / "b.json") == Counter()


ENTRY = '{"path": "a", "rule": "r", "fingerprint": "f", "count": %s}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no baseline; remove it, and write one anew"),
        ("[]", "is no baseline; remove it, and write one anew"),
        ("[" * 100_000, "is no baseline; remove it, and write one anew"),
        ('{"findings": []}', "is no baseline; remove it, and write one anew"),
        ('{"version": 2, "findings": []}', "is of version 2, where 1 is the only one known"),
        (
            f'{{"version": 1, "findings": [{ENTRY % -1}]}}',
            "holds an entry that cannot be used: ('a', 'r', 'f')",
        ),
        (
            f'{{"version": 1, "findings": [{ENTRY % "true"}]}}',
            "holds an entry that cannot be used: ('a', 'r', 'f')",
        ),
    ],
)
def test_a_file_that_is_none_is_said(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(BaselineError) as raised:
        read_baseline(file)
    assert str(raised.value) == f"{file}: {message}"
