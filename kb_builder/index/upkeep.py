"""Keeps an index in step with the content it is of."""

from __future__ import annotations

import os
import time
from pathlib import Path

from kb_builder.index.case_index import Changes, Progress
from kb_builder.index.entry import entries
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content
from kb_builder.model.content import Content
from kb_builder.model.settings import Settings


def open_index(cache: Path) -> WhooshIndex:
    """The index of the site whose cache is the folder `cache`."""
    return WhooshIndex(cache / "index")


def update_index(
    cache: Path, content: Content, loaded_at: float, progress: Progress
) -> tuple[WhooshIndex, Changes]:
    """Bring the index up to `content`, which was begun to be loaded at `loaded_at` (seconds)."""
    index = open_index(cache)
    changes = index.update(entries(content), progress)
    # A file saved while the content was being loaded is newer than this, and seen the next time.
    os.utime(index.folder, (loaded_at, loaded_at))
    return index, changes


def fresh_index(root: Path, cache: Path, settings: Settings, progress: Progress) -> WhooshIndex:
    """The index, brought up to the content folder `root` where that has changed since."""
    index = open_index(cache)
    if index.exists() and _newest(root) < index.folder.stat().st_mtime:
        return index
    started = time.time()
    content = load_content(root, settings)
    return update_index(cache, content, started, progress)[0]


def _newest(root: Path) -> float:
    """When anything below the folder last changed; a folder does when a file in it comes or goes."""
    newest = root.stat().st_mtime
    for folder, subfolders, names in os.walk(root):
        for name in (*subfolders, *names):
            try:
                newest = max(newest, Path(folder, name).lstat().st_mtime)
            except OSError:
                continue  # gone meanwhile: its folder has changed, and is seen
    return newest
