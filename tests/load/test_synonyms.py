from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_builder.load.synonyms import load_synonyms
from kb_builder.model.synonyms import Synonyms, folded_phrase

MISSING = "a phrase is missing beside `=` | write the phrase, or take the `=` away"
ALONE = "the line has no `=` | write what means the same beside it: `OWA = Outlook on the web`"
TWO_LINES = "make one line of the two, or remove it from one of them"


def load(folder: Path, data: str | bytes) -> tuple[Synonyms, list[str]]:
    """The synonyms of a file, and its problems as `line:column-end: message | help`."""
    (folder / "taxonomy").mkdir()
    data = data.encode() if isinstance(data, str) else data
    (folder / "taxonomy/synonyms.txt").write_bytes(data)
    synonyms = load_synonyms(folder)
    assert {p.rule for p in synonyms.problems} <= {"broken-synonyms"}
    assert all(str(p.span).startswith(f"{folder}/taxonomy/") for p in synonyms.problems)
    return synonyms, [
        f"{p.span.line}:{p.span.column}-{p.span.end_column}: {p.message} | {p.help}"
        for p in synonyms.problems
    ]


def test_a_line_is_a_group_and_comments_and_blanks_mean_nothing(tmp_path: Path) -> None:
    text = "\ufeff# found by hand\r\n\r\n  OWA =Outlook  on the web=\tOutlook Web App \r\n #a=b\r\nC# = C sharp"
    synonyms, said = load(tmp_path, text)
    assert said == []
    assert synonyms.groups == (
        ("OWA", "Outlook on the web", "Outlook Web App"),
        ("C#", "C sharp"),
    )


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert load_synonyms(tmp_path) == Synonyms()


@pytest.mark.parametrize(
    ("text", "groups", "expected"),
    [
        ("", [], []),
        ("A = B\n  OWA ", [("A", "B")], [f"2:3-6: {ALONE}"]),
        ("A = B =", [("A", "B")], [f"1:7-8: {MISSING}"]),
        ("= A =  = B", [("A", "B")], [f"1:1-2: {MISSING}"]),
        ("A = = B", [("A", "B")], [f"1:3-4: {MISSING}"]),
        ("A = ", [], [f"1:3-4: {MISSING}"]),
        ("===", [], [f"1:1-2: {MISSING}"]),
        ("A = - ! = B", [("A", "B")],
         ["1:5-8: `- !` holds no word | write it in letters or digits"]),
        ("web app = b =  Web  App", [("web app", "b")],
         ["1:16-24: `Web App` stands a second time in the line | remove one of the two"]),
        ("A = B\n\nC = b = D", [("A", "B"), ("C", "D")],
         [f"3:5-6: `b` stands in line 1 too | {TWO_LINES}"]),
        ("A = B\nB = C", [("A", "B")], [f"2:1-2: `B` stands in line 1 too | {TWO_LINES}"]),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_left_out_and_said_at_its_place(
    text: str, groups: list[tuple[str, ...]], expected: list[str], tmp_path: Path
) -> None:
    synonyms, said = load(tmp_path, text)
    assert list(synonyms.groups) == groups
    assert said == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"A = B\nC = D\xe4\n",
         "2:6-7: byte 0xE4 is not UTF-8 | save the file as UTF-8; it looks like Windows-1252"),
        (b"a = b\n" * 200_000,
         "1:1-1: 1,200,000 bytes, where 1,000,000 are the most that is read | "),
        (b"<<<<<<< a\nA = B\n=======\nA = C\n>>>>>>> b\n",
         "1:1-10: an unresolved merge conflict | keep the lines that hold, and remove `<<<<<<<`,"
         " `=======` and `>>>>>>>`"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_reported_once(
    data: bytes, expected: str, tmp_path: Path
) -> None:
    synonyms, said = load(tmp_path, data)
    assert synonyms.groups == ()
    assert said == [expected]


@pytest.mark.parametrize("target", ["gone.txt", "../../elsewhere.txt", "../taxonomy"])
def test_what_is_no_file_is_a_problem(target: str, tmp_path: Path) -> None:
    (tmp_path / "taxonomy").mkdir()
    (tmp_path / "taxonomy/synonyms.txt").symlink_to(target)
    synonyms = load_synonyms(tmp_path)
    assert (synonyms.groups, len(synonyms.problems)) == ((), 1)


@given(st.text(alphabet="ab=#- \t\nÄß\u2028", max_size=40))
def test_any_text_gives_phrases_of_one_group_each_and_places_in_the_file(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        synonyms, _ = load(Path(folder), text)
    phrases = [folded_phrase(phrase) for group in synonyms.groups for phrase in group]
    assert len(set(phrases)) == len(phrases)
    assert all(len(group) > 1 for group in synonyms.groups)
    lines = text.split("\n")
    for problem in synonyms.problems:
        span = problem.span
        assert 1 <= span.column < span.end_column <= len(lines[span.line - 1]) + 1
