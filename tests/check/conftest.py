from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb_builder.check import Example, check
from kb_builder.check.examples import write_example
from kb_builder.load import load_content
from kb_builder.model.settings import parse_settings

TODAY = date(2026, 3, 31)
"""The day on which every example is judged."""


@pytest.fixture
def diagnose(tmp_path: Path) -> Callable[[Example], str]:
    """All that every rule says about an example, as its page prints it."""

    def diagnose(example: Example) -> str:
        content = tmp_path / "content"
        write_example(example, content)
        loaded = load_content(content, parse_settings(example.settings))
        loaded = dataclasses.replace(loaded, today=TODAY)
        found = "\n".join(str(diagnostic) for diagnostic in check(loaded))
        folder = content.as_posix()
        return found.replace(f"{folder}/cases/", "").replace(f"{folder}/", "")

    return diagnose


@pytest.fixture
def messages(diagnose: Callable[[Example], str]) -> Callable[[Example], list[str]]:
    """The same, a diagnostic an entry, and without the helps."""

    def messages(example: Example) -> list[str]:
        lines = diagnose(example).split("\n")
        return [line for line in lines if line and not line.startswith("  help: ")]

    return messages
