from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from kb_builder.cli.main import run

MKDOCS = "site_name: Test\ntheme:\n  name: material\n  font: false\nplugins:\n  - kb_builder\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Kb = Callable[..., Ended]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a site with one clean case."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "mkdocs.yml").write_text(f"docs_dir: content\n{MKDOCS}")
    write_example(Example(), tmp_path / "content")
    return tmp_path


@pytest.fixture
def kb(site: Path, capsys: pytest.CaptureFixture[str]) -> Kb:
    """Runs `kb` in this process."""

    def kb(*arguments: str) -> Ended:
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return kb
