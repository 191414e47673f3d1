"""Lines and texts that are typed in the terminal, completed and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.validation import ValidationError, Validator

from kb_builder.drafting.choices import chosen, matching, not_chosen
from kb_builder.report.text import one_line

_MOST_COMPLETIONS = 50


def prompt(message: str, *, default: str = "", suggested: str = "", **options: Any) -> str:
    """What is typed, beginning with the default; Enter alone takes what is suggested."""
    session: PromptSession[str] = PromptSession(
        message,
        validate_while_typing=False,
        complete_while_typing=True,
        placeholder=[("fg:ansibrightblack", suggested)],
        **options,
    )
    return session.prompt(default=default) or suggested


class Choices(Completer):
    """Completes to the choices that have all the words typed."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text
        by_meaning = {f"{name} {meaning}": name for name, meaning in self.known.items()}
        for found in matching(typed, by_meaning)[:_MOST_COMPLETIONS]:
            name = by_meaning[found]
            yield Completion(name, -len(typed), display_meta=one_line(self.known[name]))


class Chosen(Validator):
    """Takes nothing but a choice, or no answer."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known

    def validate(self, document: Document) -> None:
        if document.text.strip() and not chosen(document.text, self.known):
            message = not_chosen(document.text, self.known)
            raise ValidationError(len(document.text), message)


class Again(Validator):
    """Takes Enter alone or `a`: what else is typed may be meant for an answer."""

    def validate(self, document: Document) -> None:
        if document.text.strip().lower() not in ("", "a", "again"):
            raise ValidationError(len(document.text), "press Enter to keep it, or type `a`")


class Numbers(Validator):
    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known

    def validate(self, document: Document) -> None:
        typed = document.text.replace(",", " ").split()
        wrong = [word for word in typed if word not in self.known]
        if wrong:
            raise ValidationError(len(document.text), f"`{wrong[0]}` is no number of the list")


def completer(known: Mapping[str, str]) -> Completer | None:
    """No completer where there is nothing to complete: it would keep lines free for its menu."""
    return Choices(known) if known else None


def multiline(default: str) -> str:
    """A text of several lines, ended by a line with nothing but a dot."""
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.current_line.strip() == "." and buffer.document.is_cursor_at_the_end:
            buffer.text = buffer.text.rstrip()[:-1].rstrip()
            buffer.validate_and_handle()
        elif not buffer.text.strip():
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)

    return prompt(
        "> ", multiline=True, key_bindings=keys, default=default, enable_open_in_editor=True
    )
