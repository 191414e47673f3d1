"""What `kb check` cannot do, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.check.cases import PATH, settings
from tests.cli.conftest import Ended, Kb


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "kb: nowhere: no such file or folder\n"),
        (["content", "site.txt"], "kb: site.txt: no such file or folder\n"),
        (
            ["content/taxonomy"],
            "kb: content/taxonomy: no folder `cases` in it; name the folder that holds the records\n",
        ),
        (
            ["content", "content/cases"],
            "kb: content/cases: a second folder; name one content folder, or files\n",
        ),
        (["mkdocs.yml"], "kb: mkdocs.yml: not below the content folder content\n"),
        (["--since", "main"], "kb: content: is in no git repository\n"),
        (
            ["--since", "--output=x"],
            "kb: `--output=x` is no revision; name a branch, a tag or a commit\n",
        ),
        (["--baseline", "none.json"], "kb: none.json: No such file or directory\n"),
        (
            ["--explain", "severity-at-closure"],
            "kb: no rule `severity-at-closure`; did you mean `severity-a-at-closure`?\n",
        ),
        (
            ["--statistic"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: No such option '--statistic'. Did you mean '--statistics'?\n",
        ),
        (
            [PATH, "--since", "main"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --since finds the files itself; name none.\n",
        ),
        (
            ["--json", "--format", "sarif"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --json and --format sarif are two formats; name one.\n",
        ),
        (
            ["--statistics", "--output", "found.txt"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --statistics prints text or JSON alone; leave the rest out.\n",
        ),
        (
            [PATH, "--write-baseline"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: A baseline is made from all records; leave files and --since out.\n",
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


def test_an_unknown_rule_in_the_settings_ends_with_2(kb: Kb) -> None:
    settings({"severity-a-at-closing": "off"})
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert "`severity-a-at-closing`" in ended.err
    assert "did you mean `severity-a-at-closure`?" in ended.err


def test_an_unreadable_mkdocs_yml_ends_with_2(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").write_text("a: [")
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("kb: mkdocs.yml: cannot be read: ")
