"""The baseline of old findings."""

from __future__ import annotations

from pathlib import Path

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.check.cases import BAD, PATH, without_note, write_case
from tests.cli.conftest import Ended, Kb
from tests.load.repository import commit


def test_old_findings_stay_out_of_sight_and_new_ones_do_not(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    written = kb("check", "--write-baseline")
    assert written == Ended(0, "", "1 finding written to .kb-baseline.json\n")
    assert kb("check") == Ended(
        0, "", "1 finding in .kb-baseline.json not shown\n1 record: no findings\n"
    )
    write_case("CASE-000418", "severity: A")
    ended = kb("check")
    assert ended.code == 1
    assert ended.out.startswith("content/cases/CASE-000418.md:2:11: error[severity-a-at-closure]")


def test_a_baseline_can_only_shrink(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    kb("check", "--write-baseline")
    again = kb("check", "--write-baseline")
    assert again == Ended(
        2,
        "",
        "kb: .kb-baseline.json: is there already, and can only shrink; --update-baseline takes "
        "out of it what is no longer found\n",
    )
    write_case("CASE-000418", "severity: A")
    assert kb("check", "--update-baseline").code == 1
    write_example(Example(), Path("content"))
    (site / "content/cases/CASE-000418.md").unlink()
    assert kb("check") == Ended(
        1,
        "",
        ".kb-baseline.json holds 1 finding no longer there; --update-baseline takes out of it:\n"
        f"  {PATH}: severity-a-at-closure\n1 record: no findings\n",
    )
    updated = kb("check", "--update-baseline")
    assert updated == Ended(
        0, "", "1 finding taken out of .kb-baseline.json\n1 record: no findings\n"
    )
    assert kb("check") == Ended(0, "", "1 record: no findings\n")


def test_of_a_few_files_only_their_own_entries_can_be_stale(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    file = write_case("CASE-000418")
    commit(site)
    kb("check", "--write-baseline", "--baseline", "old.json")
    write_example(Example(), Path("content"))
    assert without_note(kb("check", "--baseline", "old.json", str(file))).code == 0
    assert kb("check", "--baseline", "old.json", "--since", "HEAD").code == 1
