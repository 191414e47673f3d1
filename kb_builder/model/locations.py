"""Places below the content folder."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

PICTURE_SUFFIXES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"])
"""The pictures that a site carries: none that a browser would run as a page or script."""


def inside(folder: PurePosixPath, path: str) -> PurePosixPath | None:
    """The place below the content folder that `path` means in `folder`; None where it is outside."""
    joined = posixpath.normpath(posixpath.join(folder.as_posix(), path))
    if joined == ".." or joined.startswith(("../", "/")):
        return None
    return PurePosixPath(joined)
