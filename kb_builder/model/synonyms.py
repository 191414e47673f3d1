"""The phrases that mean the same to whoever searches."""

from __future__ import annotations

from dataclasses import dataclass

from kb_builder.model.diagnostic import Problem


@dataclass(frozen=True, slots=True)
class Synonyms:
    """What `taxonomy/synonyms.txt` says, in the order of its lines."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Phrases as they are written, at least two a group; no phrase is in two groups."""
    problems: tuple[Problem, ...] = ()


def folded_phrase(phrase: str) -> str:
    """What spellings of one phrase share: their case and blanks do not matter."""
    return " ".join(phrase.split()).casefold()
