from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.conftest import MKDOCS, Ended, Kb

BAD = Example(fields="severity: A")
FOUND = "content/cases/CASE-000417.md:2:11: error[severity-a-at-closure] "


def test_clean_records_end_with_0(kb: Kb) -> None:
    assert kb("check") == Ended(0, "", "1 record: no findings\n")


def test_errors_end_with_1_and_are_printed(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check")
    assert (ended.code, ended.err) == (1, "1 record: 1 error\n")
    first, help = ended.out.splitlines()
    assert first.startswith(FOUND)
    assert help.startswith("  help: ")


def test_warnings_alone_end_with_0(kb: Kb, site: Path) -> None:
    setting = "  - kb_builder:\n      rules: {severity-a-at-closure: warning}\n"
    text = MKDOCS.replace("  - kb_builder\n", setting)
    (site / "mkdocs.yml").write_text(f"docs_dir: content\n{text}")
    write_example(BAD, Path("content"))
    ended = kb("check")
    assert (ended.code, ended.err) == (0, "1 record: 1 warning\n")


def test_json_goes_to_standard_output_and_nothing_else(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--json")
    (found,) = json.loads(ended.out)
    assert (ended.code, ended.err, found["rule"]) == (1, "", "severity-a-at-closure")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "kb: nowhere: no such folder\n"),
        (
            ["content/taxonomy"],
            "kb: content/taxonomy: no folder `cases` in it; name the folder that holds the records\n",
        ),
        (
            ["--jsn"],
            "Usage: kb check [OPTIONS] [FOLDER]\nTry 'kb check --help' for help.\n\n"
            "Error: No such option '--jsn'. Did you mean '--json'?\n",
        ),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_do(
    kb: Kb, arguments: list[str], message: str
) -> None:
    assert kb("check", *arguments) == Ended(2, "", message)


def test_without_mkdocs_yml_a_folder_must_be_named(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("check") == Ended(
        2,
        "",
        "kb: no mkdocs.yml here; go to the folder that has one, or name it with --config-file\n",
    )
    assert kb("check", "content").code == 0


def test_an_unknown_rule_in_the_settings_ends_with_2(kb: Kb, site: Path) -> None:
    setting = "  - kb_builder:\n      rules: {severity-a-at-closing: off}\n"
    text = MKDOCS.replace("  - kb_builder\n", setting)
    (site / "mkdocs.yml").write_text(f"docs_dir: content\n{text}")
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert "`severity-a-at-closing`" in ended.err
    assert "did you mean `severity-a-at-closure`?" in ended.err


def test_an_unreadable_mkdocs_yml_ends_with_2(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").write_text("a: [")
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("kb: mkdocs.yml: cannot be read: ")
