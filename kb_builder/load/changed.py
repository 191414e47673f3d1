"""What of a content folder has changed since a revision, as git tells it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kb_builder.model.errors import KbError

_OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
"""What git sets for a hook, relative to where that runs; the folder alone decides here."""

_TRUST = "git config --global --add safe.directory"
"""What git advises where the repository is somebody else's, as in the container of a build."""


class GitError(KbError):
    """What keeps git from telling what has changed; the text says what to do."""


@dataclass(frozen=True)
class Changes:
    """Files that are new, changed or gone since a revision, committed or not."""

    files: frozenset[PurePosixPath]
    """Relative to the content folder; of a repository that is in it, its folder."""
    before: Mapping[PurePosixPath, bytes] = field(default_factory=dict)
    """What the Markdown files among them held at the revision, where they were there."""
    settings: bool = False
    """Whether the site's own configuration has changed."""


def changes_since(root: Path, revision: str, config_file: Path | None = None) -> Changes:
    """What has changed below `root` since the branch left `revision`.

    That is the last commit that both have, so that what others have changed there does not count.
    Raises GitError where there is no repository or no such revision.
    """
    if revision.startswith("-") or not revision.strip():
        raise GitError(f"`{revision}` is no revision; name a branch, a tag or a commit")
    top, prefix, shallow = _place(root)
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^0")
    if commit is None:
        raise GitError(_with_hint(f"git knows no revision `{revision}`", shallow))
    base = _git(root, "merge-base", commit.decode().strip(), "HEAD")
    if base is None:
        raise GitError(_with_hint(f"`{revision}` and HEAD have no commit in common", shallow))
    start = base.decode().split()[0]
    config = _config_below(top, config_file)
    wanted = [".", *([f":(top,literal){config}"] if config else [])]
    # What the settings of git may say otherwise.
    plain = ("--no-renames", "--no-ext-diff", "--no-relative", "--ignore-submodules=none")
    differ = _names(
        _git(root, "diff", "--name-only", "-z", *plain, start, "--", *wanted), "git diff"
    )
    new = _names(
        _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", "."), "git ls-files"
    )
    below = {name.removeprefix(prefix) for name in differ if name.startswith(prefix)}
    files = frozenset(PurePosixPath(name) for name in (*below, *new))
    settings = config in differ
    return Changes(files, _held(root, start, prefix, files), settings)


def _place(root: Path) -> tuple[str, str, bool]:
    """The top of the repository, the folder's place in it, and whether its history is cut."""
    told = _git(root, "rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository")
    if told is None:
        raise GitError(f"{root}: is in no git repository")
    top, prefix, shallow = os.fsdecode(told).split("\n")[:3]
    return top, prefix, shallow == "true"


def _with_hint(message: str, shallow: bool) -> str:
    if shallow:
        return f"{message}, for this clone is shallow; fetch the whole history (`fetch-depth: 0`)"
    return f"{message}; fetch it first, or name another"


def _config_below(top: str, config_file: Path | None) -> str:
    if config_file is None:
        return ""
    place = Path(os.path.realpath(config_file))
    above = Path(os.path.realpath(top))
    return place.relative_to(above).as_posix() if place.is_relative_to(above) else ""


def _held(
    root: Path, commit: str, prefix: str, files: Iterable[PurePosixPath]
) -> dict[PurePosixPath, bytes]:
    """The Markdown files as they were at the commit."""
    asked = sorted(
        file for file in files if file.suffix.lower() == ".md" and "\n" not in file.as_posix()
    )
    names = b"".join(os.fsencode(f"{commit}:{prefix}{file.as_posix()}\n") for file in asked)
    told = _git(root, "cat-file", "--batch", given=names) if asked else b""
    if told is None:
        raise GitError("git cat-file could not tell what the files held")
    held: dict[PurePosixPath, bytes] = {}
    at = 0
    for file in asked:
        end = told.index(b"\n", at)
        kind, _, size = told[at:end].rpartition(b" ")
        at = end + 1
        if size != b"missing":
            if kind.endswith(b" blob"):
                held[file] = told[at : at + int(size)]
            at += int(size) + 1
    return held


def _names(told: bytes | None, command: str) -> list[str]:
    if told is None:
        raise GitError(f"{command} could not tell what has changed")
    return [os.fsdecode(name) for name in told.split(b"\0") if name]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints; None where it fails."""
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        ended = subprocess.run(  # noqa: S603 - a list, no shell, and no revision that is an option
            ["git", "-C", str(root), *arguments],  # noqa: S607 - whichever git the user has
            env=own,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git is not installed, and only git knows what has changed") from None
    for line in os.fsdecode(ended.stderr).split("\n"):
        if _TRUST in line and ended.returncode:
            message = f"{root}: git does not trust the owner of this repository"
            raise GitError(f"{message}; tell it to with `{line.strip()}`")
    return ended.stdout if ended.returncode == 0 else None
