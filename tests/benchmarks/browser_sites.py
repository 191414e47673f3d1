"""The sites whose search is measured in the browser."""

from __future__ import annotations

import gzip
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kb_builder.build import build
from kb_builder.index import Entry
from kb_builder.index.browser_index import browser_index
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import find_site
from kb_builder.publish.plugin import INDEX_FOLDER
from tests.benchmarks.corpus import PROJECT
from tests.benchmarks.engines import NotInstalledError

PAGEFIND_FOLDER = "pagefind"
BLANK = "blank.html"
_CONFIG = """\
site_name: Imported corpus
docs_dir: content
theme: {name: material}
plugins: [kb_builder]
"""


@dataclass(frozen=True, slots=True)
class Size:
    files: int
    raw: int
    compressed: int


def example_site(project: Path) -> Path:
    """The small example of the project: the pages that search is asked from."""
    shutil.copytree(PROJECT / "content", project / "content")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    return _built(project)


def put_index(site: Path, found: Iterable[Entry], folder: Path) -> None:
    """Make the site search these entries: the one place that knows how an index is exported."""
    index = WhooshIndex(folder)
    index.update(found)
    place = site / INDEX_FOLDER
    shutil.rmtree(place)
    place.mkdir()
    for name, data in browser_index(index):
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def pagefind_site(project: Path) -> Path:
    """The whole site of the project's folder `content`, with Pagefind's index of the records."""
    if not importlib.util.find_spec("pagefind"):
        raise NotInstalledError("no Pagefind; `make bench-browser` installs it")
    (project / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    site = _built(project)
    subprocess.run(
        [
            *(sys.executable, "-m", "pagefind", "--silent", "--site", str(site)),
            # What a record says, without the lists of records and what surrounds every page.
            *("--root-selector", "article", "--glob", "cases/**/*.html"),
        ],
        check=True,
    )
    (site / BLANK).write_text('<!doctype html><html lang="en"><title>Blank</title>')
    return site


def size_of(folder: Path) -> Size:
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return Size(
        len(files), sum(map(len, files)), sum(len(gzip.compress(data, 6)) for data in files)
    )


def _built(project: Path) -> Path:
    built = build(find_site(project / "mkdocs.yml"), keep_going=True)
    if not built.published:
        raise RuntimeError(f"{project}: no site was built")
    return project / "site"
