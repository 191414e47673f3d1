"""`kb fix`."""

from __future__ import annotations

import difflib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import click

from kb_builder.check import check
from kb_builder.check.fixes import MendedFile, mend
from kb_builder.check.privacy.redaction import with_redactions
from kb_builder.cli.terminal import config_file_option, examples, stages, style
from kb_builder.load import find_site, load_content
from kb_builder.load.content import CASES
from kb_builder.load.replacing import replace_file
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.settings import SettingsError
from kb_builder.model.source import SourceFile
from kb_builder.report import text


@click.command(
    "fix",
    epilog=examples(
        """
kb fix                       the content folder that mkdocs.yml here names
kb fix content               a content folder
kb fix content/cases/mail/CASE-000417.md
kb fix --diff | less
"""
    ),
)
@click.argument("paths", nargs=-1, metavar="[FOLDER] [FILE]...", type=click.Path(path_type=Path))
@config_file_option
@click.option("--diff", is_flag=True, help="Show the changes, and write nothing.")
@click.option(
    "--redact", is_flag=True, help="Put placeholders such as `<user1>` in place of what is private."
)
def command(paths: tuple[Path, ...], config_file: Path | None, diff: bool, redact: bool) -> int:
    """Mend what can be mended without a change of meaning.

    Takes all records of FOLDER, or the FILEs alone. Comments and layout stay as they are, and what
    is silenced is left alone. `kb check` judges what is left.
    """
    folder, files = _folder_and_files(paths)
    site = find_site(config_file, folder)
    if not (site.content / CASES).is_dir():
        raise SettingsError(
            f"{site.content}: no folder `{CASES}` in it; name the folder that holds the records"
        )
    with stages() as progress:
        content = load_content(site.content, site.settings, progress("Loading"))
        mended = mend(
            content,
            lambda source: _read(site.content, source),
            judge=_judge_and_redact if redact else check,
            may_change=_among(files, site.content, content),
        )
    for file in mended.files:
        if diff:
            _print_diff(file)
        else:
            place = os.path.realpath(site.content / file.source.location)
            replace_file(Path(place), file.after.encode())
            click.echo(_made(file))
    records = text.counted(len(content.sources), "record")
    what = text.counted(len(mended.files), "file")
    done = f"{what} would change" if diff else f"{what} mended"
    click.echo(f"{records}: {done}; {text.summary(mended.left)} left", err=True)
    return 0


def _judge_and_redact(content: Content) -> list[Diagnostic]:
    """What is to be mended, and before that, so that it wins, what is private."""
    return with_redactions(content, check(content))


def _folder_and_files(paths: tuple[Path, ...]) -> tuple[Path | None, tuple[Path, ...]]:
    folders = [path for path in paths if path.is_dir()]
    files = tuple(path for path in paths if not path.is_dir())
    for file in files:
        if not file.is_file():
            raise SettingsError(f"{file}: no such file or folder")
    if len(folders) > 1:
        raise SettingsError(f"{folders[1]}: a second folder; name one content folder, and files")
    return (folders[0] if folders else None), files


def _among(files: tuple[Path, ...], root: Path, content: Content) -> Callable[[SourceFile], bool]:
    """Whether a source is one of the files, or any where none is named."""
    wanted = {os.path.realpath(file): file for file in files}
    known = (*content.sources, *content.pages)
    there = {os.path.realpath(root / source.location): source.path for source in known}
    for place, file in wanted.items():
        if place not in there:
            raise SettingsError(f"{file}: no Markdown file of {root}")
    paths = {there[place] for place in wanted}
    return lambda source: not files or source.path in paths


def _read(root: Path, source: SourceFile) -> str | None:
    """The file's text as it stands there; None where it is not the one that was loaded."""
    data = (root / source.location).read_bytes()
    return data.decode() if sha256(data).hexdigest() == source.digest else None


def _made(file: MendedFile) -> str:
    counts = Counter(finding.rule for finding in file.made)
    rules = ", ".join(f"{name} ({n})" if n > 1 else name for name, n in sorted(counts.items()))
    place = style(text.one_line(f"{file.source.path}:"), "place")
    return f"{place} {len(file.made)} mended: {rules}"


def _print_diff(file: MendedFile) -> None:
    for line in _diff_lines(file):
        # What a terminal shows must not steer it; what goes to `patch` must be as it is.
        click.echo(text.one_line(line) if sys.stdout.isatty() else line)


def _diff_lines(file: MendedFile) -> Iterator[str]:
    before, after = (side.split("\n") for side in (file.before, file.after))
    for lines in (before, after):
        # The last line has no end; an empty one is none.
        lines[-1:] = [f"{lines[-1]}\n\\ No newline at end of file"] if lines[-1] else []
    path = file.source.path
    yield from difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
