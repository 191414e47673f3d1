"""The abbreviations of imported articles, merged into the list of synonyms that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kb_builder.importers.writer import OutsideError, write
from kb_builder.load.synonyms import LOCATION, group_line
from kb_builder.model.synonyms import folded_phrase

_HEADER = """\
# Made by `kb import learn`: abbreviations that two or more of the articles explain themselves, as
# in `non-delivery report (NDR)`. All that stands in one line means the same to who searches.
# Edit the list freely. A later import adds abbreviations that it lacks at the end; one whose line
# is kept behind a `#` stays out.
"""


def merge_synonyms(root: Path, groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Add to the list below `root` the groups of which no phrase stands in it, comments included.

    Gives the file, where it could not be written, and why.
    """
    file = root / LOCATION
    try:
        old = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        known = set(_phrases(old))
        new = [group for group in groups if known.isdisjoint(map(folded_phrase, group))]
        if new:
            kept = f"{old.rstrip()}\n" if old.strip() else _HEADER
            write(root, LOCATION, kept + "".join(f"{group_line(group)}\n" for group in new))
    except UnicodeDecodeError:
        yield LOCATION.as_posix(), "is not UTF-8, and is left as it is"
    except (OSError, OutsideError) as error:
        yield LOCATION.as_posix(), str(error)


def _phrases(text: str) -> Iterator[str]:
    """Every phrase of the list, those behind a `#` too."""
    for line in text.splitlines():
        yield from map(folded_phrase, line.lstrip("# \t").split("="))
