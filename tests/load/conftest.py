from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from kb_builder.check import check
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.rule import Example
from kb_builder.load import load_content
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content

Problems = Callable[[str | bytes], list[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a taxonomy and one clean record, `cases/CASE-000417.md`."""
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    write_example(Example(), content)
    return content


@pytest.fixture
def clean() -> bytes:
    return str(example_text(Example())).encode()


@pytest.fixture
def problems() -> Problems:
    """The problems that a file of this text has, as `line:column: [rule] message | help`."""

    def problems(text: str | bytes) -> list[str]:
        data = text.encode() if isinstance(text, str) else text
        source = parse_source(data, "a.md", PurePosixPath("cases/a.md"))
        return [
            f"{p.span.line}:{p.span.column}: [{p.rule}] {p.message}"
            + (f" | {p.help}" if p.help else "")
            for p in source.problems
        ]

    return problems


@pytest.fixture
def load_and_check(folder: Path) -> Callable[[], tuple[Content, list[str]]]:
    """The content folder, loaded, and all that is said about it."""

    def load_and_check() -> tuple[Content, list[str]]:
        content = load_content(folder)
        return content, [str(diagnostic) for diagnostic in check(content)]

    return load_and_check
