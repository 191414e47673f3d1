"""What an import did, and what of its articles it could not take over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """One thing that was dropped, changed or missing."""

    path: str
    """Of the article, below the folder that was imported."""
    line: int
    what: str
    """Its kind in kebab-case, such as `missing-cause`."""
    message: str


@dataclass(frozen=True)
class ImportReport:
    """What came of one import."""

    written: int = 0
    """Records that are new or have changed."""
    unchanged: int = 0
    skipped: tuple[str, ...] = ()
    """Files of which no record came; each has a loss that says why."""
    losses: tuple[Loss, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many losses there are of each kind, by name."""
        return dict(sorted(Counter(loss.what for loss in self.losses).items()))


def report_lines(report: ImportReport) -> Iterator[str]:
    """One `path:line: what: message` a loss, sorted."""
    for loss in sorted(report.losses):
        yield f"{loss.path}:{loss.line}: {loss.what}: {loss.message}"
