"""Keeps an index in step with the content it is of."""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path

from kb_builder.index.case_index import CaseIndex, Changes
from kb_builder.index.entry import entries
from kb_builder.index.whoosh_index import WhooshIndex
from kb_builder.load import load_content
from kb_builder.load.synonyms import load_synonyms
from kb_builder.model.content import Content
from kb_builder.model.progress import Progress
from kb_builder.model.settings import Settings
from kb_builder.model.synonyms import Synonyms

_STAMP = "content.json"
"""Beside the index: of what content it is, and as of which generation, so that another process's
update between the two is seen."""
_CLOCK_SECONDS = 2.0
"""How far a file's time may lie behind the clock of this machine."""


def open_index(cache: Path, synonyms: Synonyms) -> CaseIndex:
    """The index of the site whose cache is the folder `cache`: the place that chooses the engine."""
    return WhooshIndex(cache / "index", synonyms.groups)


def update_index(
    root: Path, cache: Path, content: Content, loaded_at: float, progress: Progress
) -> tuple[CaseIndex, Changes]:
    """Bring the index up to `content`, begun to be loaded from `root` at `loaded_at` (seconds)."""
    index = open_index(cache, content.synonyms)
    changes = index.update(entries(content), progress)
    # A file saved while the content was being loaded is newer than this, and seen the next time.
    facts = {
        "root": str(root.resolve()),
        "generation": index.written,
        "settings": _digest(content.settings),
        "until": loaded_at - _CLOCK_SECONDS,
    }
    (index.folder / _STAMP).write_text(json.dumps(facts))
    return index, changes


def fresh_index(root: Path, cache: Path, settings: Settings, progress: Progress) -> CaseIndex:
    """The index, brought up to the content folder `root` where that has changed since."""
    index = open_index(cache, load_synonyms(root))
    if _is_current(index, root, settings) and index.exists():
        return index
    started = time.time()
    content = load_content(root, settings)
    return update_index(root, cache, content, started, progress)[0]


def _is_current(index: CaseIndex, root: Path, settings: Settings) -> bool:
    try:
        facts = json.loads((index.folder / _STAMP).read_bytes())
        return bool(
            facts["root"] == str(root.resolve())
            and facts["generation"] == index.generation
            and facts["settings"] == _digest(settings)
            and _newest(root) < facts["until"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _digest(settings: Settings) -> str:
    return hashlib.sha256(repr(settings).encode("utf-8", "surrogatepass")).hexdigest()


def _newest(root: Path) -> float:
    """When anything below the folder last changed; a folder does when a file in it comes or goes."""
    newest = root.stat().st_mtime
    folders = [str(root)]
    while folders:
        # What is gone meanwhile has changed its folder, and is so seen the next time.
        with suppress(FileNotFoundError), os.scandir(folders.pop()) as files:
            for file in files:
                with suppress(FileNotFoundError):
                    stat = file.stat(follow_symlinks=False)
                    # A file that was copied over with its old time has still changed now.
                    newest = max(newest, stat.st_mtime, stat.st_ctime)
                    if file.is_dir(follow_symlinks=False):
                        folders.append(file.path)
    return newest
