"""What `kb check` judges: a whole content folder, some files of it, or what has changed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kb_builder.check import check
from kb_builder.check.partial import check_part, left_out
from kb_builder.cli.collector import without_collector
from kb_builder.cli.terminal import stages
from kb_builder.load import SiteConfig, find_site, load_content
from kb_builder.load.changed import changes_since
from kb_builder.load.content import CASES, TAXONOMY
from kb_builder.load.part import load_part
from kb_builder.load.source import printable
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.settings import SettingsError


@dataclass(frozen=True)
class Checked:
    """What was judged, and what came of it."""

    content: Content
    findings: list[Diagnostic]
    paths: tuple[str, ...]
    """The files that were judged."""
    judged: frozenset[str] | None = None
    """The files of which everything is known now, those that are gone among them; None for all."""
    left_out: tuple[str, ...] = ()
    """The rules that were not run, for they need all records."""
    note: str = ""


def find_scope(paths: tuple[Path, ...], config_file: Path | None) -> tuple[SiteConfig, list[Path]]:
    """The site and the files that are named; SettingsError where they do not fit together."""
    for path in paths:
        if not os.path.lexists(path):
            raise SettingsError(f"{path}: no such file or folder")
    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    if len(folders) > 1:
        raise SettingsError(f"{folders[1]}: a second folder; name one content folder, or files")
    site = find_site(config_file, folders[0] if folders else None)
    if not (site.content / CASES).is_dir():
        raise SettingsError(
            f"{site.content}: no folder `{CASES}` in it; name the folder that holds the records"
        )
    return site, files


def check_all(site: SiteConfig) -> Checked:
    with without_collector(), stages() as progress:
        content = load_content(site.content, site.settings, progress("Loading"))
        found = check(content, progress=progress("Checking"))
    return Checked(content, found, tuple(source.path for source in content.sources))


def check_files(site: SiteConfig, files: list[Path]) -> Checked:
    """Judge the files alone; what they make wrong in others only a check of all of them tells."""
    places = frozenset(_place(file, site.content) for file in files)
    part = load_part(site.content, places, site.settings)
    out = tuple(rule.name for rule in left_out(part.content))
    return Checked(part.content, check_part(part), tuple(sorted(part.paths)), part.paths, out)


def check_since(site: SiteConfig, revision: str) -> Checked:
    """Judge the files that have changed; all of them where what each is judged by has changed."""
    changes = changes_since(site.content, revision, site.config_file)
    # Of a repository in the content folder git tells only that something in it has changed.
    for_all = sorted(
        place
        for place in changes.files
        if place.parts[0] == TAXONOMY or os.path.lexists(site.content / place / ".git")
    )
    if changes.settings or for_all:
        changed = site.content / for_all[0] if for_all else site.config_file
        checked = check_all(site)
        note = f"{changed} has changed, so every record is checked"
        return Checked(checked.content, checked.findings, checked.paths, note=note)
    part = load_part(site.content, changes.files, site.settings, changes.before)
    out = tuple(rule.name for rule in left_out(part.content))
    judged = part.paths.union(printable(site.content / place) for place in changes.files)
    return Checked(part.content, check_part(part), tuple(sorted(part.paths)), judged, out)


def _place(file: Path, root: Path) -> PurePosixPath:
    """The place of the file below the content folder, links followed only where they must be."""
    for resolve in (os.path.abspath, os.path.realpath):
        inside, above = Path(resolve(file)), Path(resolve(root))
        if inside.is_relative_to(above):
            return PurePosixPath(inside.relative_to(above).as_posix())
    raise SettingsError(f"{file}: not below the content folder {root}")
