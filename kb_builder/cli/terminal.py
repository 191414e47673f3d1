"""What the commands share: the site they mean, colours, and progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kb_builder.model.progress import Progress, StageProgress, unwatched_stage

_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "hint": {"fg": "cyan"},
    "place": {"bold": True},
    "help": {"fg": "green"},
    "title": {"bold": True},
    "mark": {"bold": True},
    "quiet": {"dim": True},
}

config_file_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The site's mkdocs.yml; that in this folder unless given.",
)


def style(text: str, name: str) -> str:
    """The text in a colour; `click.echo` takes colours out again where nobody would see them."""
    if os.environ.get("NO_COLOR"):
        return text
    return click.style(text, **_STYLES.get(name, {}))


def print_document(document: str) -> None:
    """Print what a program reads: as UTF-8, whatever the terminal's encoding is."""
    click.echo(document.encode("utf-8", "backslashreplace"))


def examples(text: str) -> str:
    """Examples for the end of a command's help, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in text.strip().splitlines())


@contextmanager
def stages() -> Iterator[StageProgress]:
    """Progress bars on a terminal, a line a stage; nothing in a pipe or in CI."""
    in_ci = os.environ.get("CI", "").lower() not in ("", "0", "false")
    if in_ci or not sys.stderr.isatty():
        yield unwatched_stage
        return
    from rich import progress as rich  # noqa: PLC0415 - costs 50 ms that a pipe need not pay
    from rich.console import Console  # noqa: PLC0415

    with rich.Progress(
        rich.TextColumn("{task.description:<10}"),
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as bars:

        def begin(stage: str) -> Progress:
            task = bars.add_task(stage, total=None)
            return lambda done, of: bars.update(task, completed=done, total=of)

        yield begin
