"""A clean folder made bad in every way: each rule finds its own defect, and no other rule cries."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from kb_builder.check import all_rules, check
from kb_builder.load import load_content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.settings import parse_settings
from tests.check.mutations import MUTATIONS, WITHOUT
from tests.check.mutations.files import Files, Mutation, clean_files, write_files

TODAY = date(2026, 11, 24)

DEFECTS = pytest.mark.parametrize(
    "mutation", MUTATIONS, ids=lambda mutation: f"{mutation.rule}: {mutation.what}"
)


@pytest.fixture(scope="module")
def clean() -> Files:
    return clean_files()


def diagnose(files: Files, root: Path, **settings: object) -> list[Diagnostic]:
    write_files(files, root)
    content = load_content(root, parse_settings(settings))
    return check(dataclasses.replace(content, today=TODAY))


def test_the_folder_is_clean_before_it_is_changed(clean: Files, tmp_path: Path) -> None:
    assert diagnose(clean, tmp_path) == []


@DEFECTS
def test_each_defect_is_found_by_its_own_rule_at_its_own_place_and_by_no_other(
    mutation: Mutation, clean: Files, tmp_path: Path
) -> None:
    files = dict(clean)
    mutation.change(files)
    assert files != clean
    found = diagnose(files, tmp_path, **mutation.settings)
    assert [str(other) for other in found if other.rule != mutation.rule] == []
    assert len(found) == mutation.times
    for diagnostic in found:
        assert mutation.at in place_of(diagnostic), str(diagnostic)


def place_of(diagnostic: Diagnostic) -> str:
    """The path, the number and the text of the line."""
    path, line = Path(diagnostic.span.path), diagnostic.span.line
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return f"{path.as_posix()}:{line}: {text.split(chr(10))[line - 1]}"


def test_every_rule_has_a_defect_that_it_finds() -> None:
    shown = {mutation.rule for mutation in MUTATIONS}
    assert shown.isdisjoint(WITHOUT)
    assert {rule.name for rule in all_rules()} == shown | set(WITHOUT)
