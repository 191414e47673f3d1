"""The command `kb`: finds the subcommand, and turns every end into an exit code.

0 fine, 1 findings, 2 wrong use or unreadable input, 3 a bug; 130 and 141 where it was stopped, or
whoever read its output was.
"""

from __future__ import annotations

import errno
import importlib
import io
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import click

import kb_builder
from kb_builder.model.errors import KbError

_COMMANDS = {
    "new": "Write a new record, a question at a time or by options.",
    "check": "Check records against the closure rules.",
    "fix": "Mend what can be mended without a change of meaning.",
    "build": "Check, index and build the site.",
    "serve": "Preview the site while you write.",
    "search": "Search the records.",
    "show": "Show one record.",
    "import": "Import records from other formats.",
    "rules": "List the closure rules.",
    "schema": "Print the JSON Schema of the fields of a record.",
}

_NO_BUGS = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES}
"""What the system says of a disk that is full or failing, even where it names no file."""


class _ReaderGoneError(Exception):
    """Whoever read the output has had enough, as `head` does."""


class _LazyGroup(click.Group):
    """Loads a command's module only when it is asked for, so that `kb` starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"kb_builder.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Click would make the exit code 1 of it, which means findings.
            raise _ReaderGoneError from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Each command's --help has examples.
Exit codes: 0 fine, 1 findings, 2 wrong use or unreadable input, 3 a bug.""",
)
@click.version_option(kb_builder.__version__, prog_name="kb")
def kb() -> None:
    """Turn closed support cases into knowledge that the next agent finds."""


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets its code, and no traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run `kb` with the arguments, and give its exit code."""
    try:
        code = kb.main(arguments, prog_name="kb", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo("kb: stopped", err=True)
        return 130
    except _ReaderGoneError:
        _discard_output()
        return 128 + 13  # what a shell says of a program that SIGPIPE ends
    except KbError as error:
        click.echo(f"kb: {error}", err=True)
        return 2
    except OSError as error:
        if error.filename is None and error.errno not in _NO_BUGS:
            return _say_bug(error)
        _discard_output()
        place = "" if error.filename is None else f"{error.filename}: "
        click.echo(f"kb: {place}{error.strerror}", err=True)
        return 2
    except Exception as error:
        return _say_bug(error)


def _say_bug(error: Exception) -> int:
    """Say the exception being handled in a line, and log it whole."""
    message = " ".join(str(error).split())
    click.echo(f"kb: a bug: {type(error).__name__}: {message}\n  log: {_log()}", err=True)
    return 3


def _discard_output() -> None:
    """Drop what standard output does not take, so that Python ends without a complaint."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _log() -> Path:
    """Write the traceback of the exception being handled to a file."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="kb-", suffix=".log", delete=False
    ) as file:
        file.write(f"kb_builder {kb_builder.__version__}, Python {sys.version}\n{sys.argv}\n\n")
        traceback.print_exc(file=file)
    return Path(file.name)
