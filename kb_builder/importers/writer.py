"""Records to files: the layout of their text, and writing into one folder alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from kb_builder.importers.markdown import tidy
from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.load.replacing import replace_file
from kb_builder.model.fields import FIELDS, MARKDOWN_FIELDS


class OutsideError(Exception):
    """A file would be written outside the folder that the import writes into."""


def record_text(fields: Mapping[str, object], body: str = "") -> str:
    """The file of a record: its fields in the order of `model.fields`, then others; none that are empty."""
    ordered: dict[str, object] = {}
    names = [field.name for field in FIELDS]
    for name in (*names, *(other for other in fields if other not in names)):
        value = fields.get(name)
        if name in MARKDOWN_FIELDS and isinstance(value, str):
            value = f"{tidy(value)}\n" if value.strip() else ""
        if value not in (None, "", (), [], {}):
            ordered[name] = list(value) if isinstance(value, tuple) else value
    front_matter = PositionedYAMLHandler().export(ordered)
    body = tidy(body)
    return f"---\n{front_matter}\n---\n" + (f"\n{body}\n" if body else "")


def write(root: Path, location: PurePosixPath, data: str | bytes) -> bool:
    """Write the file at `location` below `root` where it differs; whether it did.

    Raises OutsideError where a link leads out of `root`, and OSError.
    """
    file = root / location
    if not file.parent.resolve().is_relative_to(root.resolve()):
        raise OutsideError(f"`{location}` leads out of the folder")
    data = data.encode() if isinstance(data, str) else data
    if file.is_file() and not file.is_symlink() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, data)
    return True
