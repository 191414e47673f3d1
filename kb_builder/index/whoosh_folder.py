"""The folder of a Whoosh index: one writer at a time, and no damaged index opened.

Whoosh replaces its table of contents by a rename, so an index that a killed process left behind is
the old one or the new one. Just before that rename the checksums of all files are written beside
it, as the seal of the generation that begins; an index that does not match its seal is damaged.
"""

from __future__ import annotations

import json
import shutil
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.util.filelock import FileLock, try_for

from kb_builder.index.case_index import DamagedIndexError, IndexLockedError

_NAME = "MAIN"
_TRIES = 5
"""How often an index is opened that another process replaces meanwhile."""


class WhooshFolder:
    """The folder `cache`, which nothing else may use; the index is in its subfolder `name`.

    The folder is trusted: the table of contents is a pickle, so it must be neither published nor
    taken from elsewhere.
    """

    def __init__(self, cache: Path, name: str, lock_seconds: float) -> None:
        self.cache = cache
        self.path = cache / name
        self.lock_seconds = lock_seconds

    def generation(self) -> int:
        """Counts the updates; -1 where there is no index at all."""
        names = [file.name for file in self.path.glob("*.toc")]
        return int(TOC._latest_generation(names, _NAME))

    def open(self) -> FileIndex:
        """The index. Raises DamagedIndexError where there is none that can be used."""
        for _ in range(_TRIES):
            generation = self.generation()
            # Whatever a missing or damaged file makes Whoosh or its pickle raise.
            with suppress(Exception):
                if self._is_sealed(generation):
                    index = FileIndex(_SealingStorage(self.path), indexname=_NAME)
                    index.reader().close()
                    return index
            if generation == self.generation():
                break
        raise DamagedIndexError(f"{self.path}: no whole index; `kb build` makes one")

    def open_or_create(self, schema: Schema) -> FileIndex:
        """The index, or an empty one in the place of one that cannot be used; for who has the lock."""
        try:
            return self.open()
        except DamagedIndexError:
            self._set_aside()
        self.path.mkdir(parents=True)
        storage = _SealingStorage(self.path)
        TOC.create(storage, schema, _NAME)
        return FileIndex(storage, indexname=_NAME)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Only one process at a time gets here. Raises IndexLockedError where another stays."""
        self.cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self.cache / "lock"))
        if not try_for(lock.acquire, timeout=self.lock_seconds):
            raise IndexLockedError(
                f"{self.cache}: another build has been writing the index for "
                f"{self.lock_seconds:g} s; wait for it to end"
            )
        try:
            yield
        finally:
            lock.release()

    def tidy(self) -> None:
        """Remove what other formats and earlier generations left; for who has the lock."""
        for folder in self.cache.iterdir():
            if folder != self.path and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)
        for unfinished in self.path.glob("*.toc.*"):
            unfinished.unlink(
                missing_ok=True
            )  # of a process that was killed just before its rename
        for seal in self.path.glob("*.seal"):
            if seal != _seal_of(self.path, self.generation()):
                seal.unlink(missing_ok=True)

    def _is_sealed(self, generation: int) -> bool:
        """Whether every file that is still there is as it was when the generation began."""
        checksums = json.loads(_seal_of(self.path, generation).read_bytes())
        return all(
            _checksum(self.path / name) == checksum
            for name, checksum in checksums.items()
            if (self.path / name).exists()
        )

    def _set_aside(self) -> None:
        if self.path.exists():
            aside = self.path.with_name(f"damaged-{time.time_ns()}")
            self.path.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)


class _SealingStorage(FileStorage):  # type: ignore[misc]
    """Seals a generation just before its table of contents gets its name."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        if newname.endswith(".toc"):
            self._seal(oldname, newname)
        super().rename_file(oldname, newname, safe)

    def _seal(self, written: str, toc: str) -> None:
        folder = Path(self.folder)
        checksums = {file.name: _checksum(file) for file in folder.glob("*.seg")}
        checksums[toc] = _checksum(folder / written)
        seal = folder / toc.replace(".toc", ".seal")
        new = seal.with_suffix(".new")
        new.write_text(json.dumps(checksums))
        new.replace(seal)


def _seal_of(folder: Path, generation: int) -> Path:
    return folder / str(TOC._filename(_NAME, generation)).replace(".toc", ".seal")


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum
