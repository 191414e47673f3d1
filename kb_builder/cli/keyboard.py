"""Where answers are typed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_TERMINAL = "/dev/tty"


@contextmanager
def keyboard(*, wanted: bool, stdin_is_log: bool) -> Iterator[TextIO | None]:
    """Where answers are typed; None where there is no terminal, or nothing is to be asked."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from prompt_toolkit.application import create_app_session  # noqa: PLC0415 - slow to load
    from prompt_toolkit.input import create_input  # noqa: PLC0415
    from prompt_toolkit.output import create_output  # noqa: PLC0415

    if sys.stdin.isatty():
        # Standard output is for the path alone.
        with create_app_session(create_input(sys.stdin), create_output(sys.stderr)):
            yield sys.stdin
        return
    terminal = _controlling_terminal() if stdin_is_log else None
    if terminal is None:
        yield None
        return
    with terminal, create_app_session(create_input(terminal), create_output(sys.stderr)):
        yield terminal


def _controlling_terminal() -> TextIO | None:
    """The terminal itself, where standard input is the log."""
    try:
        return Path(_TERMINAL).open(encoding="utf-8")
    except OSError:
        return None
