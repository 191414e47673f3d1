"""What a finder found."""

from __future__ import annotations

from dataclasses import dataclass

_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Found:
    """One private value in a text."""

    start: int
    end: int
    value: str
    """The same for each way to write the same value."""
    what: str
    """What it is, with its article: `a GitHub token`."""


def masked(written: str) -> str:
    """The first few characters in backticks: enough to find the place, too few to tell the value."""
    line = " ".join(written[:40].split())
    shown = line[: min(_MOST_SHOWN, len(written) // 4)].replace("`", "'")
    return f"`{shown}…`"
