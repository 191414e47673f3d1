"""Judging some files, or what has changed since a revision."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.check.cases import BAD, PATH, without_note, write_case
from tests.cli.conftest import Ended, Kb
from tests.load.repository import commit


def test_files_alone_are_judged_and_none_beside_them(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    file = write_case("CASE-000418", "related:\n  - CASE-000417")
    ended = without_note(kb("check", str(file)))
    assert (ended.code, ended.err) == (0, "1 file: 1 warning\n")
    assert ended.out.startswith(f"{file}:3:5: warning[one-sided-relation] ")
    both = without_note(kb("check", str(file), str(Path(PATH).absolute())))
    assert (both.code, both.err) == (1, "2 files: 1 error, 1 warning\n")


def test_files_can_be_named_with_the_folder_they_are_in(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert without_note(kb("check", "content", PATH)).err == "1 file: no findings\n"


def test_only_what_has_changed_since_a_revision_is_judged(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    commit(site)
    assert without_note(kb("check", "--since", "HEAD")) == Ended(0, "", "0 files: no findings\n")
    file = write_case("CASE-000418", "severity: A")
    ended = without_note(kb("check", "--since", "main"))
    assert (ended.code, ended.err) == (1, "1 file: 1 error\n")
    assert ended.out.startswith(f"{file}:2:11: error[severity-a-at-closure] ")


def test_what_a_change_makes_wrong_elsewhere_is_told_too(kb: Kb, site: Path) -> None:
    gone = write_case("CASE-000418", "related:\n  - CASE-000417")
    write_example(Example("related:\n  - CASE-000418\nseverity: A"), Path("content"))
    commit(site)
    gone.unlink()
    ended = without_note(kb("check", "--since", "HEAD"))
    assert (ended.code, ended.err) == (1, "0 files: 1 error\n")
    assert ended.out.startswith(f"{PATH}:3:5: error[unknown-related] there is no record `CASE-0004")


@pytest.mark.parametrize("changed", ["mkdocs.yml", "content/taxonomy/products.yml"])
def test_where_what_records_are_judged_by_has_changed_all_are(
    kb: Kb, site: Path, changed: str
) -> None:
    write_example(BAD, Path("content"))
    commit(site)
    with (site / changed).open("a") as file:
        file.write("\n")
    ended = kb("check", "--since", "HEAD")
    assert (ended.code, ended.err) == (
        1,
        f"{changed} has changed, so every record is checked\n1 record: 1 error\n",
    )


def test_where_a_repository_in_the_content_folder_has_changed_all_records_are_judged(
    kb: Kb, site: Path
) -> None:
    commit(site)
    write_example(BAD, Path("content/cases/inner"))
    commit(Path("content/cases/inner"))
    ended = kb("check", "--since", "HEAD")
    assert ended.err == (
        "content/cases/inner has changed, so every record is checked\n2 records: 1 error\n"
    )
