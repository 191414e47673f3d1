"""Asks for the fields of a record in the terminal, and says at each answer what is wrong with it."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable, Iterator

import click

from kb_builder.cli.prompts import Again, Choices, Chosen, Numbers, completer, multiline, prompt
from kb_builder.cli.terminal import style
from kb_builder.drafting.answers import answer, is_empty
from kb_builder.drafting.choices import (
    choices,
    chosen,
    is_asked,
    suggestion,
)
from kb_builder.drafting.desk import Desk
from kb_builder.drafting.draft import Draft, findings_at
from kb_builder.drafting.log import Log, quotes, with_quote
from kb_builder.drafting.questions import Key, Question, questions
from kb_builder.drafting.similar import similar, why
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.report.text import one_line

_SYMPTOM: Key = ("symptom",)
_RELATED: Key = ("related",)


class StoppedError(Exception):
    """The writer has stopped on the way, or a bug did; that is the exception's cause."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("stopped")
        self.draft = draft


def ask(draft: Draft, desk: Desk, log: Log | None) -> Draft:
    """Ask for all that the draft has not got yet; StoppedError at Ctrl-C and at Ctrl-D."""
    asked: set[Key] = {key for key, value in draft.values.items() if not is_empty(value)}
    told: set[tuple[str, str]] = set()
    step = ""
    try:
        for question in questions(draft.kind):
            if question.key in asked:
                continue
            asked.add(question.key)
            if not is_asked(question.key, draft.values, desk.content.taxonomy):
                continue
            if question.step != step:
                step = question.step
                _say(f"\n{style(step, 'title')}")
            draft = _answered(question, draft, desk, log, asked, told)
            if question.key == _SYMPTOM:
                draft = offer_similar(draft, desk)
    except (KeyboardInterrupt, EOFError):
        raise StoppedError(draft) from None
    except Exception as error:
        raise StoppedError(draft) from error
    return draft


def _answered(
    question: Question,
    draft: Draft,
    desk: Desk,
    log: Log | None,
    asked: set[Key],
    told: set[tuple[str, str]],
) -> Draft:
    """The draft with an answer that the rules accept, or that is kept in spite of them."""
    _say(f"{style(question.name, 'place')}: {_plain(question.field.meaning)}{_hint(question)}")
    kept = draft.values.get(question.key)
    while True:
        value = _ask(question, draft, desk, kept)
        if question.key == _SYMPTOM and log and not quotes(str(value or ""), log):
            value = with_quote(str(value or ""), log)
            _say(f"the log's error line is quoted below it: {one_line(log.error)}")
        after = draft.with_answer(question.key, value)
        findings = findings_at(after, question, asked, desk)
        new = [found for found in findings if (found.rule, found.message) not in told]
        for line in finding_lines(new):
            _say(line)
        if not new or not _is_asked_again():
            told.update((found.rule, found.message) for found in new)
            return after
        kept = value


def finding_lines(findings: Iterable[Diagnostic]) -> Iterator[str]:
    """What is wrong, and what to do; the place is the answer just given."""
    for found in findings:
        yield f"  {style(f'{found.severity}[{found.rule}]', found.severity)} {one_line(found.message)}"
        if found.help:
            yield f"    {style('help:', 'help')} {one_line(found.help)}"


def offer_similar(draft: Draft, desk: Desk) -> Draft:
    """Show the records that the symptom finds; those that are named by number become related."""
    hits = similar(desk.index, str(draft.values.get(_SYMPTOM) or ""))
    if not hits:
        return draft
    _say("similar closed cases:")
    for number, hit in enumerate(hits, 1):
        card = hit.card
        _say(f"  {number}  {style(card.id or card.path, 'place')}  {one_line(card.title)}")
        _say(f"     {style(one_line(why(hit)), 'quiet')}")
    numbers = {str(number): hit.card.id for number, hit in enumerate(hits, 1) if hit.card.id}
    if not is_empty(draft.values.get(_RELATED)):
        return draft
    typed = prompt("related, by number (Enter for none): ", validator=Numbers(numbers))
    related = [numbers[number] for number in dict.fromkeys(re.findall(r"\d+", typed))]
    return draft.with_answer(_RELATED, related) if related else draft


def _ask(question: Question, draft: Draft, desk: Desk, kept: object) -> object:
    """One answer; `kept` is the one before, which is to be changed."""
    known = choices(question.key, draft.kind, desk.content.taxonomy)
    if question.field.type == "markdown":
        return answer(question, [multiline(str(kept or ""))])
    if question.is_list:
        return answer(question, list(_entries(question, desk, kept)))
    before = "" if is_empty(kept) else str(kept)
    suggested = suggestion(question.key, draft.values, known, desk.content.today)
    if question.key == ("owner",):
        suggested = _user()
    if known:
        typed = prompt(
            "> ",
            completer=Choices(known),
            validator=Chosen(known),
            suggested=before or suggested,
        )
        return chosen(typed, known) or None
    ids = _ids(desk) if question.key == ("case",) else {}
    return answer(
        question, [prompt("> ", completer=completer(ids), default=before, suggested=suggested)]
    )


def _entries(question: Question, desk: Desk, kept: object) -> Iterator[str]:
    """The entries of a list, a line each, up to an empty one."""
    before = list(map(str, kept)) if isinstance(kept, list) else []
    ids = _ids(desk) if question.key == _RELATED else {}
    number = 1
    while True:
        default = before.pop(0) if before else ""
        typed = prompt(f"{number}> ", completer=completer(ids), default=default)
        if typed.strip():
            number += 1
            yield typed
        elif not before:
            return


def _ids(desk: Desk) -> dict[str, str]:
    return {card.id: card.title for card in desk.cards if card.id}


def _is_asked_again() -> bool:
    typed = prompt("Enter keeps the answer, `a` answers again: ", validator=Again())
    return typed.strip().lower() in ("a", "again")


def _hint(question: Question) -> str:
    hints = []
    if question.field.type == "markdown":
        hints.append("end with a line of `.`, Ctrl-X Ctrl-E opens the editor")
    if question.is_list:
        hints.append("Enter alone ends the list")
    elif not question.field.required:
        hints.append("Enter alone leaves it out")
    return style(f" ({'; '.join(hints)})", "quiet") if hints else ""


def _plain(meaning: str) -> str:
    return meaning.replace("`", "")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _say(text: str) -> None:
    click.echo(text, err=True)
