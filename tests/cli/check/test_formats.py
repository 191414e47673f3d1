"""Reports in other formats, and statistics."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kb_builder.check.examples import write_example
from tests.cli.check.cases import BAD, FOUND, PATH, write_case
from tests.cli.conftest import Ended, Kb


def test_json_goes_to_standard_output_and_nothing_else(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--json")
    (found,) = json.loads(ended.out)
    assert (ended.code, ended.err, found["rule"]) == (1, "", "severity-a-at-closure")
    assert kb("check", "--format", "json") == ended


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_report_in_json_is_whole_also_where_nothing_is_found(kb: Kb, form: str) -> None:
    ended = kb("check", "--format", form)
    json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")


def test_a_junit_report_counts_the_files(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    write_case("CASE-000418")
    suite = ET.fromstring(kb("check", "--format", "junit").out)[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("github", f"::error file={PATH},line=2,endLine=2,col=11,endColumn=12,title=kb severity-a"),
        ("azure", f"##vso[task.logissue type=error;sourcepath={PATH};linenumber=2;columnnumber=11"),
    ],
)
def test_commands_for_a_log_have_the_summary_beside_them(kb: Kb, form: str, start: str) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--format", form)
    assert ended.out.startswith(start)
    assert (ended.code, ended.err) == (1, "1 record: 1 error\n")


def test_a_rule_is_linked_to_its_page_where_the_site_is_published(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    assert "| severity-a-at-closure |" in kb("check", "--format", "markdown").out
    with (site / "mkdocs.yml").open("a") as file:
        file.write("site_url: https://kb.example.com/\n")
    link = "[severity-a-at-closure](https://kb.example.com/rules/severity-a-at-closure/)"
    assert link in kb("check", "--format", "markdown").out


def test_a_report_goes_to_a_file_and_text_to_the_terminal(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--format", "gitlab", "--output", "quality.json")
    assert json.loads((site / "quality.json").read_text())[0]["check_name"] in ended.out
    assert ended.out.startswith(FOUND)
    assert ended.err == "1 record: 1 error\n"
    assert kb("check", "--output", "found.txt").out == (site / "found.txt").read_text()


def test_a_report_that_cannot_be_written_ends_with_2(kb: Kb) -> None:
    ended = kb("check", "--output", "nowhere/found.txt")
    assert ended == Ended(2, "", "kb: nowhere/found.txt: No such file or directory\n")


def test_statistics_count_by_rule(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    write_case("CASE-000418", "severity: A\nstate: Active")
    ended = kb("check", "--statistics")
    assert ended.out == (
        "       2  error    severity-a-at-closure\n       1  error    state-not-closed\n"
    )
    assert ended.code == 1
    assert json.loads(kb("check", "--statistics", "--json").out)[0] == {
        "rule": "severity-a-at-closure",
        "severity": "error",
        "count": 2,
    }
