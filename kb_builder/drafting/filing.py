"""A finished draft to a file: whole or not at all, under an id that nobody else takes."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from kb_builder.drafting.desk import Desk, DraftError
from kb_builder.drafting.draft import Draft
from kb_builder.load.content import CASES
from kb_builder.load.source import is_inside

_WAIT_SECONDS = 30


def file_draft(draft: Draft, desk: Desk, folder: PurePosixPath, wanted: str = "") -> Path:
    """Write the draft into `folder` below the content folder, under the id `wanted` or the next one.

    A file that is there is never overwritten: DraftError where the id is taken.
    """
    if folder.parts[:1] != (CASES,) or not is_inside(desk.root / folder, desk.root / CASES):
        raise DraftError(
            f"{desk.root / folder}: not below {desk.root / CASES}, where records stand"
        )
    desk.cache.mkdir(parents=True, exist_ok=True)
    # Two may file in different folders, where neither would meet the other's file.
    try:
        with FileLock(desk.cache / "new.lock", timeout=_WAIT_SECONDS):
            name = wanted or desk.free_id(draft.kind)
            if wanted:
                desk.must_be_free(wanted)
            file = desk.root / folder / f"{name}.md"
            _write(file, dataclasses.replace(draft, id=name).text())
    except Timeout:
        raise DraftError("another `kb new` has been filing for long; try again") from None
    return file


def keep_draft(draft: Draft, desk: Desk) -> Path:
    """Put the answers given so far beside the index, where no record is looked for."""
    folder = desk.cache / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, 10_000):
        file = folder / f"{draft.kind}-{number}.md"
        if not file.exists():
            try:
                _write(file, draft.text())
            except DraftError:
                continue
            return file
    raise DraftError(f"{folder}: full of drafts; remove those that are done with")


def _write(file: Path, text: str) -> None:
    """Write a new file that is there at once as a whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        _put(beside, file)
    except FileExistsError:
        raise DraftError(f"{file}: is there already, and is left as it is") from None
    finally:
        beside.unlink(missing_ok=True)


def _put(beside: Path, file: Path) -> None:
    """Give the file its name; FileExistsError where another has it."""
    try:
        file.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # No links on this file system: the name is taken first, empty, and then filled.
        with file.open("x"):
            pass
        beside.replace(file)
