"""A file's new data, there at once as a whole: whoever reads it meanwhile gets the old or the new."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(file: Path, data: bytes) -> None:
    """Put the data in the place of the file, which keeps its mode; of a link, in the link's place."""
    beside = file.with_name(f".{file.name[:50]}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        if file.exists():
            shutil.copymode(file, beside)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
