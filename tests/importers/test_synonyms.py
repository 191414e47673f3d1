"""The list of synonyms that an import leaves behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.load.synonyms import load_synonyms
from tests.importers.made import article, run

FIRST = article("# A", "", "The mail queue (MQ) is full.")
SECOND = article("# B", fields="title: The Mail Queue (MQ)\nappliesto: [X]")


def lists(content: Path) -> str:
    return (content / "taxonomy/synonyms.txt").read_text(encoding="utf-8")


def test_abbreviations_are_written_once_with_how_they_were_found(tmp_path: Path) -> None:
    third = article("# C", fields="title: C\ndescription: Of the address book (AB).")
    _, content = run(tmp_path, a=FIRST, b=SECOND, c=third, d=third)
    text = lists(content)
    assert text.startswith("# Made by `kb import learn`")
    assert text.endswith("#` stays out.\nAB = address book\nMQ = Mail Queue\n")
    assert load_synonyms(content).problems == ()
    again, _ = run(tmp_path)
    assert (again.written, lists(content)) == (0, text)


def test_articles_that_explain_nothing_leave_no_list(tmp_path: Path) -> None:
    _, content = run(tmp_path, a=FIRST)
    assert not (content / "taxonomy/synonyms.txt").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# mine\r\nA = B", "# mine\nA = B\nMQ = Mail Queue\n"),
        ("mq = queue\n", "mq = queue\n"),
        ("queue =  mail queue\n", "queue =  mail queue\n"),
        ("#  MQ = Mail Queue\n", "#  MQ = Mail Queue\n"),
    ],
)
def test_a_list_that_is_there_is_kept_and_gets_what_it_lacks(
    old: str, new: str, tmp_path: Path
) -> None:
    (tmp_path / "content/taxonomy").mkdir(parents=True)
    (tmp_path / "content/taxonomy/synonyms.txt").write_bytes(old.encode())
    _, content = run(tmp_path, a=FIRST, b=SECOND)
    assert lists(content) == new


def test_a_list_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "content/taxonomy").mkdir(parents=True)
    file = tmp_path / "content/taxonomy/synonyms.txt"
    file.write_bytes(b"M\xe4il = Mail\n")
    report, _ = run(tmp_path, a=FIRST, b=SECOND)
    assert file.read_bytes() == b"M\xe4il = Mail\n"
    assert [
        (loss.path, loss.message) for loss in report.losses if loss.what == "taxonomy-file"
    ] == [("taxonomy/synonyms.txt", "is not UTF-8, and is left as it is")]
