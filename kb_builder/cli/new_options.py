"""The options of `kb new`: one for each question, and those that all kinds share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kb_builder.cli.terminal import config_file_option
from kb_builder.drafting.questions import Question, questions
from kb_builder.model.fields import Kind

COMMON: tuple[Callable[[click.Command], object], ...] = (
    click.option(
        "--log",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True),
        help="Take this log in, without what is private; - reads standard input.",
    ),
    click.option(
        "--id", "wanted_id", default="", metavar="ID", help="The next free one if not given."
    ),
    click.option(
        "--into",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        help="Where to put it; the folder of its product unless given.",
    ),
    click.option(
        "--resume",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="Go on with the answers that were kept when it was stopped.",
    ),
    click.option("--non-interactive", is_flag=True, help="Ask nothing, even on a terminal."),
    click.option("--no-edit", is_flag=True, help="Do not open $VISUAL or $EDITOR afterwards."),
    config_file_option,
)


def field_options(kind: Kind) -> list[click.Parameter]:
    """An option for each question; `parameter` names its value."""
    return [_option(question) for question in questions(kind)]


def parameter(question: Question) -> str:
    return "__".join(question.key)


def _option(question: Question) -> click.Option:
    meaning = question.field.meaning
    return click.Option(
        [question.option, parameter(question)],
        multiple=question.is_list,
        metavar={"date": "DATE", "dates": "DATE", "minutes": "NUMBER"}.get(
            question.field.type, "TEXT"
        ),
        help=f"{meaning[:1].upper()}{meaning[1:]}." + (" Repeatable." if question.is_list else ""),
    )
