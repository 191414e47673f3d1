"""What is asked in the terminal, with answers typed ahead."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kb_builder.cli.prompts import Choices
from kb_builder.cli.questions import StoppedError, ask
from kb_builder.drafting.answers import answer
from kb_builder.drafting.desk import Desk, open_desk
from kb_builder.drafting.draft import Draft
from kb_builder.drafting.log import Log, read_log
from kb_builder.drafting.questions import Key, questions
from kb_builder.load import find_site
from kb_builder.model.settings import Settings
from tests.cli.new_case import OPTIONS, SYMPTOM

Answered = Callable[..., Draft]


@pytest.fixture
def desk(example_project: Path) -> Desk:
    return open_desk(find_site())


def given(*left: str) -> dict[Key, object]:
    """The answers to a case but those that are left to be asked for."""
    values = {
        question.key: answer(question, [OPTIONS[question.option]])
        for question in questions("case")
        if question.option in OPTIONS and question.name not in left
    }
    return values | {("state",): "Closed"}


@pytest.fixture
def answered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Answered:
    """Gives the draft after the fields `names` alone were asked for, and all was typed."""

    def answered(names: str, typed: str, log: Log | None = None) -> Draft:
        asked = tuple(each for each in questions("case") if each.name in names.split())
        monkeypatch.setattr("kb_builder.cli.questions.questions", lambda kind: asked)
        with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
            # Ctrl-C last, so that one question too many does not wait for ever.
            keyboard.send_text(f"{typed}\x03")
            draft = Draft("case", "CASE-000456", given(*names.split()))
            # In a thread of its own, for in this one a browser of other tests may have its loop.
            with ThreadPoolExecutor(1) as threads:
                return threads.submit(copy_context().run, ask, draft, desk, log).result()

    return answered


def test_what_options_give_is_not_asked_for(answered: Answered) -> None:
    draft = answered("owner", "\x15mira.k\r")
    assert draft.values[("owner",)] == "mira.k"


def test_only_a_leaf_is_taken_for_the_root_cause(answered: Answered) -> None:
    draft = answered("root_cause", "Identity > Sign-in\r > Token cache\r")
    assert draft.values[("root_cause",)] == "Identity > Sign-in > Token cache"


def test_the_words_of_a_leaf_are_enough(answered: Answered) -> None:
    draft = answered("root_cause", "token cache\r")
    assert draft.values[("root_cause",)] == "Identity > Sign-in > Token cache"


def test_a_product_is_completed() -> None:
    known = {"Halyard Mail": "Mail server", "Halyard Drive": "Files"}
    found = Choices(known).get_completions(Document("files"), CompleteEvent())
    assert [(one.text, one.start_position) for one in found] == [("Halyard Drive", -5)]


def test_what_is_wrong_is_said_and_can_be_answered_again(
    answered: Answered, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = answered("labor_minutes", "two hours\ra\r\x15120\r")
    assert draft.values[("labor_minutes",)] == 120
    err = capsys.readouterr().err
    assert "error[wrong-type] `labor_minutes` is a text, not a whole number\n" in err
    assert "    help: write whole minutes, such as 45\n" in err


def test_what_is_wrong_can_be_kept_and_is_not_said_again(
    answered: Answered, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = answered("labor_minutes opened", "two hours\r\r2026-03-03\r")
    assert draft.values[("labor_minutes",)] == "two hours"
    assert capsys.readouterr().err.count("wrong-type") == 1


def test_whether_it_is_answered_again_is_not_guessed(answered: Answered) -> None:
    # The new answer typed at once: the old one must not be kept silently.
    draft = answered("labor_minutes", "two hours\r120\r\x15a\r\x15120\r")
    assert draft.values[("labor_minutes",)] == 120


def test_what_is_suggested_is_taken_by_enter_and_replaced_by_typing(answered: Answered) -> None:
    assert answered("severity", "\r").values[("severity",)] == "B"
    assert answered("severity", "C\r\r").values[("severity",)] == "C"
    assert answered("owner", "mira.k\r").values[("owner",)] == "mira.k"


def test_what_is_needed_and_left_empty_is_said(
    answered: Answered, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = answered("title", "\ra\rSaving fails with 0x80070005 on a drive\r")
    assert draft.values[("title",)] == "Saving fails with 0x80070005 on a drive"
    assert "error[missing-field] `title` is missing\n" in capsys.readouterr().err


def test_notes_end_with_a_line_of_a_dot(answered: Answered) -> None:
    typed = "Messages to one partner wait.\r\r. is shown by `Get-HalyardQueue`.\r.\r"
    draft = answered("workaround", typed + "\r")
    assert draft.values[("workaround",)] == (
        "Messages to one partner wait.\n\n. is shown by `Get-HalyardQueue`."
    )


def test_notes_that_are_pasted_are_taken_as_they_are(answered: Answered) -> None:
    pasted = "\x1b[200~Save it to the desktop first:\n\n1. Save.\n.\n2. Copy it.\n\x1b[201~"
    draft = answered("workaround", f"{pasted}.\r\r")
    assert (
        draft.values[("workaround",)] == "Save it to the desktop first:\n\n1. Save.\n.\n2. Copy it."
    )


def test_enter_alone_leaves_out_what_is_optional(answered: Answered) -> None:
    draft = answered("workaround tags review_by", "\r\r\r")
    assert [draft.values[key] for key in (("workaround",), ("tags",), ("review_by",))] == [
        None,
        [],
        None,
    ]


def test_a_list_has_an_entry_a_line(answered: Answered) -> None:
    assert answered("tags", "tls\rqueue\r\r").values[("tags",)] == ["tls", "queue"]


def test_attempts_are_asked_for_where_the_customer_was_idle(answered: Answered) -> None:
    draft = answered(
        "confirmation.by confirmation.attempts", "idle\r2026-03-03\r2026-03-04\r2026-03-05\r\r\r"
    )
    assert draft.values["confirmation", "attempts"] == [
        date(2026, 3, 3),
        date(2026, 3, 4),
        date(2026, 3, 5),
    ]


def test_similar_cases_are_shown_and_related_by_number(
    answered: Answered, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = answered("symptom related", SYMPTOM.replace("\n", "\r") + "\r.\r1\r\r\r\r")
    err = capsys.readouterr().err
    assert "similar closed cases:\n  1  " in err
    first = err.split("similar closed cases:\n  1  ")[1].split()[0]
    assert draft.values[("related",)] == [first]
    assert "0x80070005" in err.split("similar closed cases:")[1].split("\n")[2]


def test_a_number_that_is_not_in_the_list_is_not_taken(answered: Answered) -> None:
    draft = answered("symptom related", SYMPTOM.replace("\n", "\r") + "\r.\r77\r\x15\r\r")
    assert draft.values[("related",)] == []


def test_the_error_line_of_the_log_is_quoted(
    answered: Answered, capsys: pytest.CaptureFixture[str]
) -> None:
    log = read_log(b"10:00:01 ERROR no reply from the file server (0x80070035)\n", Settings())
    draft = answered("symptom", SYMPTOM.replace("\n", "\r") + "\r.\r\r", log)
    quoted = "ERROR no reply from the file server (0x80070035)"
    assert draft.values[("symptom",)] == f"{SYMPTOM}\n\nThe log shows:\n\n```text\n{quoted}\n```"
    assert f"the log's error line is quoted below it: {quoted}\n" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_the_answers_so_far_are_there_when_it_is_stopped(key: str, answered: Answered) -> None:
    with pytest.raises(StoppedError) as stopped:
        answered("labor_minutes owner", f"85\r\x15{key}")
    assert stopped.value.draft.values[("labor_minutes",)] == 85
    assert ("owner",) not in stopped.value.draft.values
    assert stopped.value.__cause__ is None


def test_the_answers_are_there_after_a_bug_too(
    answered: Answered, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("kb_builder.cli.questions.findings_at", fail)
    with pytest.raises(StoppedError) as stopped:
        answered("owner", "\x15mira.k\r")
    assert stopped.value.draft.values[("labor_minutes",)] == 85
    assert isinstance(stopped.value.__cause__, RuntimeError)
