"""The lists that imported records choose from, merged into those that are there already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from kb_builder.importers.writer import write
from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.load.positioned_yaml import compose

Names = tuple[str, ...]
"""A path in the root cause tree; of one name, a product."""

_SURELY = 1_000_000


class Spellings:
    """Names that differ in case and blanks only, each as it is written most often."""

    def __init__(self, found: Iterable[Names], given: Iterable[Names] = ()) -> None:
        """`given` are names that stay as they are."""
        counted: dict[Names, Counter[str]] = {}
        for weight, paths in ((1, found), (_SURELY, given)):
            for path in paths:
                for depth, name in enumerate(path):
                    counted.setdefault(_folded(path[: depth + 1]), Counter())[name] += weight
        self._usual = {
            key: max(sorted(names), key=names.__getitem__) for key, names in counted.items()
        }

    def of(self, path: Names) -> Names:
        folded = _folded(path)
        return tuple(self._usual[folded[: depth + 1]] for depth in range(len(path)))


def merge_lists(
    root: Path, topics: Iterable[Names], products: Iterable[str], statuses: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Add what is missing to the lists below `root`; the files that could not be kept whole, and why.

    What stands in them stays in its order; what is new follows, sorted. Statuses are written only
    where there is no list of them.
    """
    trees: dict[str, tuple[str, set[Names]]] = {
        "root-causes.yml": ("topic", set(topics)),
        "products.yml": ("product", {(product,) for product in products}),
        "statuses.yml": ("status", {(status,) for status in statuses}),
    }
    for name, (key, wanted) in trees.items():
        location = PurePosixPath("taxonomy", name)
        file = root / location
        old = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        composed = compose(old, location.as_posix())
        entries = composed.value if old.strip() else []
        if not isinstance(entries, list) or composed.problems:
            yield location.as_posix(), "is no list that can be read, and is left as it is"
            continue
        if entries and key == "status":
            continue
        if not _add(entries, key, wanted) and old:
            continue
        if any(line.lstrip().startswith("#") for line in old.split("\n")):
            yield location.as_posix(), "its comments are not kept where new entries are added"
        write(root, location, f"{PositionedYAMLHandler().export(entries)}\n" if entries else "[]\n")


def _add(entries: list[Any], key: str, wanted: set[Names]) -> bool:
    """Add to a list of entries the paths it lacks, each below its parent; whether any was added."""
    by_name = {entry.get(key): entry for entry in entries if isinstance(entry, dict)}
    added = False
    for name in sorted({path[0] for path in wanted}, key=lambda name: (name.casefold(), name)):
        if name not in by_name:
            by_name[name] = {key: name}
            entries.append(by_name[name])
            added = True
        entry = by_name[name]
        below = {path[1:] for path in wanted if path[0] == name and len(path) > 1}
        if below:
            if not isinstance(entry.get("topics"), list):
                entry["topics"] = []
            added |= _add(entry["topics"], key, below)
    return added


def _folded(path: Names) -> Names:
    return tuple(" ".join(name.casefold().split()) for name in path)
