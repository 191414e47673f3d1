"""How long work tells how far it has got."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""
StageProgress = Callable[[str], Progress]
"""Told that a stage begins; gives what is told how far it has got."""


def unwatched(done: int, of: int) -> None:
    """Progress that nobody watches."""


def unwatched_stage(stage: str) -> Progress:
    """Stages that nobody watches."""
    return unwatched
