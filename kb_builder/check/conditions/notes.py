"""What a note must be before it is asked what it says, so that one defect is found by one rule."""

from __future__ import annotations

from kb_builder.check.conditions.condition import Condition
from kb_builder.check.conditions.values import AtLeastWords, NoPhrase, SaysSomething


def is_written(field: str) -> tuple[Condition, ...]:
    """That the note says something of its own."""
    return (
        SaysSomething(field=field),
        NoPhrase(field=field, phrase="placeholder"),
        NoPhrase(field=field, phrase="elsewhere"),
    )


def is_long_enough(
    field: str, message: str = "", help: str = "", unless: tuple[Condition, ...] = ()
) -> AtLeastWords:
    """That the note has as many words as the settings ask for."""
    return AtLeastWords(
        field=field,
        fewest=lambda content: content.settings.shortest_note_words,
        message=message,
        help=help,
        unless=unless,
    )
