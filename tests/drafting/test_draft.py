from __future__ import annotations

from datetime import date

from kb_builder.drafting.desk import Desk
from kb_builder.drafting.draft import Draft, findings_at
from kb_builder.drafting.questions import Key, questions


def told(draft: Draft, name: str, desk: Desk) -> list[str]:
    """What is said when the field has been answered, those before it having been asked too."""
    asked: set[Key] = set()
    for question in questions(draft.kind):
        asked.add(question.key)
        if question.name == name:
            return [f"{f.rule}: {f.message}" for f in findings_at(draft, question, asked, desk)]
    raise AssertionError(name)


def test_what_is_wrong_with_an_answer_is_told_at_once(desk: Desk, draft: Draft) -> None:
    wrong = draft.with_answer(
        ("symptom",), "Signing in fails for anna.berg@fabrikam-mail.de today."
    )
    (line,) = told(wrong, "symptom", desk)
    assert line.startswith("mail-address: ")


def test_what_has_not_been_asked_yet_is_not_missed(desk: Desk, draft: Draft) -> None:
    assert told(draft, "symptom", desk) == []
    assert told(Draft("case", draft.id), "confirmation.note", desk) == []


def test_what_is_left_empty_is_missed(desk: Desk, draft: Draft) -> None:
    empty = draft.with_answer(("cause",), None)
    assert told(empty, "cause", desk) == ["empty-notes: the cause is missing"]
    assert told(Draft("case", draft.id), "owner", desk) == ["missing-field: `owner` is missing"]


def test_what_may_be_left_out_is_not_missed(desk: Desk, draft: Draft) -> None:
    assert told(draft, "workaround", desk) == []


def test_a_finding_waits_for_the_field_that_it_names(desk: Desk, draft: Draft) -> None:
    waiting = draft.with_answer(("status",), "Duplicate")
    assert told(waiting, "status", desk) == []
    assert [line.split(":")[0] for line in told(waiting, "status_reason", desk)] == [
        "exception-without-reason"
    ]


def test_attempts_are_not_missed_before_they_are_asked_for(desk: Desk, draft: Draft) -> None:
    idle = Draft("case", draft.id).with_answer(("confirmation", "by"), "idle")
    assert told(idle, "confirmation.by", desk) == []
    assert told(idle, "confirmation.attempts", desk) == [
        "idle-without-attempts: the case is closed as idle after 0 of at least 3 attempts"
    ]


def test_other_records_are_known(desk: Desk, draft: Draft) -> None:
    related = draft.with_answer(("related",), ["CASE-999999"])
    assert any("CASE-999999" in line for line in told(related, "related", desk))
    assert told(draft.with_answer(("related",), ["CASE-000417"]), "related", desk) == [
        "one-sided-relation: `CASE-000417` does not name this record in turn"
    ]


def test_a_day_that_cannot_be_read_is_told(desk: Desk, draft: Draft) -> None:
    wrong = draft.with_answer(("closed",), "next week")
    assert told(wrong, "closed", desk) == ["wrong-type: `closed` is a text, not a date"]


def test_the_file_is_laid_out_as_other_records_are(draft: Draft) -> None:
    values = {**draft.values, ("confirmation", "on"): date(2026, 3, 5)}
    values |= {("confirmation", "by"): "customer"}
    assert Draft("case", "CASE-000456", values, "More.").text() == (
        "---\nid: CASE-000456\nkind: case\n"
        "title: Sign-in to Halyard Mail on the web fails with HID50011 behind a proxy\n"
        "product: Halyard Mail\nenvironment:\n  - Halyard Mail 7.2 on premises\nsymptom: |\n"
        "  Behind the proxy of the branch, signing in ends with `HID50011`.\n"
        "closed: 2026-03-06\nconfirmation:\n  by: customer\n  on: 2026-03-05\n---\n\nMore.\n"
    )
