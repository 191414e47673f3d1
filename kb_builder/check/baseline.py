"""Old findings that are put up with: they are not reported, and their number can only shrink."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from kb_builder.load.replacing import replace_file
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.errors import KbError
from kb_builder.model.fingerprint import LineOf, fingerprint

BASELINE = ".kb-baseline.json"

Entry = tuple[str, str, str]
"""A file, relative to the folder of the baseline, a rule, and the fingerprint of a finding."""


class BaselineError(KbError):
    """A baseline that cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a baseline makes of findings."""

    findings: list[Diagnostic]
    """Those that it does not hold."""
    known: int
    """How many it does hold."""
    stale: Counter[Entry]
    """What of it is no longer found."""


def apply(
    baseline: Mapping[Entry, int],
    findings: Iterable[Diagnostic],
    line_of: LineOf,
    folder: Path,
    judged: Collection[str] | None = None,
    unjudged_rules: Collection[str] = (),
) -> Applied:
    """Take out of the findings what the baseline holds, as often as it holds it.

    Where only the files `judged` were, or some rules were not run, nothing else of it is stale.
    """
    left = Counter(baseline)
    new: list[Diagnostic] = []
    known = 0
    for found in findings:
        entry = _entry(found, line_of, folder)
        if left[entry]:
            left[entry] -= 1
            known += 1
        else:
            new.append(found)
    places = None if judged is None else {_place(path, folder) for path in judged}
    stale = {
        entry: count
        for entry, count in left.items()
        if count and (places is None or entry[0] in places) and entry[1] not in unjudged_rules
    }
    return Applied(new, known, Counter(stale))


def entries(findings: Iterable[Diagnostic], line_of: LineOf, folder: Path) -> Counter[Entry]:
    """A baseline, to stand in `folder`, that holds the findings."""
    return Counter(_entry(found, line_of, folder) for found in findings)


def read_baseline(file: Path) -> Counter[Entry]:
    """The entries of the file, with how often each is put up with; BaselineError where it is none."""
    try:
        held = json.loads(file.read_bytes())
        listed = [
            ((one["path"], one["rule"], one["fingerprint"]), one["count"])
            for one in held["findings"]
        ]
        version = held["version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BaselineError(f"{file}: is no baseline; remove it, and write one anew") from None
    if version != 1:
        raise BaselineError(f"{file}: is of version {version!r}, where 1 is the only one known")
    read: Counter[Entry] = Counter()
    for entry, count in listed:
        if not all(isinstance(part, str) for part in entry) or type(count) is not int or count < 1:
            raise BaselineError(f"{file}: holds an entry that cannot be used: {entry}")
        read[entry] += count
    return read


def write_baseline(file: Path, baseline: Mapping[Entry, int]) -> None:
    """Write the entries, sorted and one a line, so that a change shows which have gone."""
    listed = [
        json.dumps(
            {"path": path, "rule": rule, "fingerprint": one, "count": baseline[path, rule, one]},
            ensure_ascii=False,
        )
        for path, rule, one in sorted(baseline)
    ]
    inside = "".join(f"\n    {line}," for line in listed).removesuffix(",")
    text = f'{{\n  "version": 1,\n  "findings": [{inside}\n  ]\n}}\n'
    replace_file(file, text.encode())


def _entry(found: Diagnostic, line_of: LineOf, folder: Path) -> Entry:
    return _place(found.span.path, folder), found.rule, fingerprint(found, line_of)


def _place(path: str, folder: Path) -> str:
    return PurePath(os.path.relpath(path, folder)).as_posix()
