"""What tests of several layers share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import write_example

PROJECT = Path(__file__).parents[1]

# The example content's reviews become due one by one; the tests judge it on this day.
os.environ["SOURCE_DATE_EPOCH"] = "1795478400"  # 2026-11-24

MKDOCS_YML = """\
site_name: Small
docs_dir: content
theme:
  name: material
plugins:
  - kb_builder
"""


@pytest.fixture
def small_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site of one clean case, which is also where the program runs."""
    write_example(Example(), tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def example_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example site, which is also where the program runs."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
