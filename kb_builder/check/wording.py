"""Phrases that the messages of several rules share."""

from __future__ import annotations

from collections.abc import Iterable

from kb_builder.model.words import closest, quoted

_MOST_CHARACTERS = 80
_MOST_CHOICES = 12


def shown(text: str) -> str:
    """A value of a record in backticks: on one line, and not longer than a message can bear."""
    line = " ".join(text.split())
    return f"`{line}`" if len(line) <= _MOST_CHARACTERS else f"`{line[: _MOST_CHARACTERS - 1]}…`"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """A help that names the choice nearest to `word`; empty where none is near."""
    near = closest(word, choices)
    return f"did you mean `{near}`?" if near else ""


def one_of(word: str, choices: tuple[str, ...]) -> str:
    """A help that names the nearest choice, or all of them where they are few, or their place."""
    if len(choices) > _MOST_CHOICES:
        return (
            did_you_mean(word, choices) or "choose one of those that are listed below `taxonomy/`"
        )
    return did_you_mean(word, choices) or f"choose one of {quoted(choices)}"
