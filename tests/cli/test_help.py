"""What `--help` says, kept as files in `help/`; KB_WRITE_HELP=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Kb

HELP = Path(__file__).with_name("help")
COMMANDS = [
    "",
    "new",
    "new case",
    "new collaboration",
    "new article",
    "check",
    "fix",
    "build",
    "serve",
    "search",
    "show",
    "import",
    "import learn",
    "rules",
    "schema",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_current(kb: Kb, command: str) -> None:
    ended = kb(*command.split(), "--help")
    file = HELP / f"{command.replace(' ', '-') or 'kb'}.txt"
    if os.environ.get("KB_WRITE_HELP"):
        file.write_text(ended.out, encoding="utf-8")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_the_help_of_a_command_has_examples_that_name_it(kb: Kb, command: str) -> None:
    assert f"Examples:\n    kb {command} " in kb(*command.split(), "-h").out


def test_the_help_fits_a_narrow_terminal(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    before_examples = kb("check", "--help").out.split("Examples:")[0]
    assert max(map(len, before_examples.splitlines())) <= 50


def test_kb_alone_shows_its_help_as_wrong_use(kb: Kb) -> None:
    ended = kb()
    assert ended.code == 2
    assert (ended.out + ended.err).startswith("Usage: kb [OPTIONS] COMMAND [ARGS]...")


def test_the_version(kb: Kb) -> None:
    assert kb("--version").out == "kb, version 0.1.0\n"
