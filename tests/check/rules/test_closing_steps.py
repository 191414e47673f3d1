"""The rules on the steps of closing a case: severity, attempts, last word, status, labor time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]

STATUSES = {
    "taxonomy/statuses.yml": "- status: Resolved\n- status: Resolved by Workaround\n"
    "  needs_reason: true\n- status: Waiting for product fix\n  needs_reason: true\n"
}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("severity: C\nseverity_opened: A", "2:11: warning[severity-lowered-undated]"),
        ("severity: B\nseverity_opened: A\nseverity_lowered:", "[severity-lowered-undated]"),
        ("severity: C\nseverity_opened: B", ""),
        ("severity: C\nseverity_opened: B\nseverity_lowered: 2026-03-04", ""),
        ("severity: A\nseverity_opened: A", "2:11: error[severity-a-at-closure]"),
        (
            "severity: A\nseverity_opened: A\nseverity_lowered: 2026-03-04",
            "2:11: error[severity-a-at-closure]",
        ),
        ("severity: B\nseverity_opened: B\nseverity_lowered: 2026-03-04", "[severity-not-lowered]"),
        ("severity: B\nseverity_opened: C\nseverity_lowered: 2026-03-04", "[severity-not-lowered]"),
        ("severity_opened: X\nseverity_lowered: 2026-03-04", "2:18: error[unknown-severity]"),
        ("severity: B\nseverity_opened: A\nseverity_lowered: soon", "[wrong-type]"),
    ],
)
def test_lowering_from_a_has_a_day_and_no_other_severity_needs_one(
    fields: str, said: str, messages: Messages
) -> None:
    found = messages(Example(fields))
    assert len(found) == bool(said)
    assert said in "".join(found)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-01", "`opened`, 2026-03-02, is after `severity_lowered`, 2026-03-01"),
        ("2026-03-02", ""),
        ("2026-03-06", ""),
        ("2026-03-07", "`closed`, 2026-03-06, is before `severity_lowered`, 2026-03-07"),
    ],
)
def test_the_severity_is_lowered_between_opening_and_closing(
    day: str, said: str, messages: Messages
) -> None:
    found = messages(Example(f"severity: B\nseverity_opened: A\nseverity_lowered: {day}"))
    assert [message.split("] ", 1)[1] for message in found] == ([said] if said else [])


def test_a_collaboration_has_no_severity_to_lower(messages: Messages) -> None:
    [message] = messages(Example("severity_lowered: 2026-03-04", kind="collaboration"))
    assert "[field-of-another-kind]" in message


def idle(*days: str) -> str:
    lines = "".join(f"\n    - {day}" for day in days)
    return (
        "opened: 2026-03-02\nclosed: 2026-03-16\nlast_quality_response: 2026-03-16\n"
        f"confirmation:\n  by: idle\n  on: 2026-03-13\n  attempts:{lines}"
    )


def test_an_attempt_on_a_day_off_does_not_count(diagnose: Diagnose) -> None:
    assert diagnose(Example(idle("2026-03-06", "2026-03-07", "2026-03-08"))) == (
        "CASE-000417.md:9:5: error[idle-without-attempts] "
        "the case is closed as idle after 1 of at least 3 attempts on working days\n"
        "  help: 2026-03-07 is a Saturday, 2026-03-08 is a Sunday; such days do not "
        "count, ask again on another one"
    )


def test_a_holiday_of_the_site_is_a_day_off(diagnose: Diagnose) -> None:
    example = Example(
        idle("2026-03-05", "2026-03-06", "2026-03-09"), settings={"holidays": ["2026-03-09"]}
    )
    assert diagnose(example) == (
        "CASE-000417.md:9:5: error[idle-without-attempts] "
        "the case is closed as idle after 2 of at least 3 attempts on working days\n"
        "  help: 2026-03-09 is a holiday; such days do not count, ask again on another one"
    )


def test_an_attempt_on_a_day_off_does_no_harm_where_three_others_count(messages: Messages) -> None:
    assert messages(Example(idle("2026-03-05", "2026-03-06", "2026-03-07", "2026-03-09"))) == []


@pytest.mark.parametrize(
    ("said", "on", "found"),
    [
        ("2026-03-04", "2026-03-05", True),
        ("2026-03-05", "2026-03-05", False),
        ("2026-03-06", "2026-03-05", False),
    ],
)
@pytest.mark.parametrize(
    ("kind", "field", "by"),
    [
        ("case", "last_quality_response", "customer"),
        ("collaboration", "last_notes", "case-owner"),
    ],
)
def test_the_last_word_comes_after_the_confirmation(
    said: str, on: str, found: bool, kind: str, field: str, by: str, messages: Messages
) -> None:
    fields = f"closed: 2026-03-06\n{field}: {said}\nconfirmation:\n  by: {by}\n  on: {on}"
    rule = f"error[{field.replace('_', '-')}-too-early]"
    message = [rule in message for message in messages(Example(fields, kind=kind))]
    assert message == ([True] if found else [])


@pytest.mark.parametrize(
    "fields",
    [
        "last_quality_response: 2026-03-01",
        "last_quality_response: 2026-03-07",
        "confirmation:\n  by: customer\n  on: 2026-03-07",
        "confirmation:\n  by: customer\n  on: soon",
    ],
)
def test_a_day_outside_the_case_is_reported_once(fields: str, messages: Messages) -> None:
    [message] = messages(Example(fields))
    assert "[dates-out-of-order]" in message or "[wrong-type]" in message


@pytest.mark.parametrize("workaround", ["", "workaround:\n", "workaround: ' '\n"])
@pytest.mark.parametrize("kind", ["case", "collaboration"])
def test_a_status_that_speaks_of_a_workaround_needs_one(
    kind: str, workaround: str, messages: Messages
) -> None:
    reason = "status_reason: The server has no setting for it.\n"
    fields = f"status: Resolved by Workaround\n{reason}{workaround}"
    [message] = messages(Example(fields, kind=kind, files=STATUSES))
    assert message.endswith(
        ":2:9: error[workaround-missing] "
        "the status is `Resolved by Workaround`, and no `workaround` tells which"
    )


def resolved(clause: str, status: str = "Resolved", field: str = "resolution") -> Example:
    reason = "" if status == "Resolved" else "\nstatus_reason: Defect HM-2217, release 7.4."
    text = f"Register the address again in Halyard Identity, and save. {clause}"
    return Example(f"status: {status}{reason}\n{field}: |\n  {text}", files=STATUSES)


@pytest.mark.parametrize(
    "clause",
    [
        "The customer is waiting for a fix.",
        "Waiting for the product team.",
        "Awaiting product fix.",
        "There is no fix yet.",
        "No fix is available so far.",
        "This will be fixed in the next release.",
        "It is to be corrected with Halyard Mail 7.4.",
        "A fix is planned for the summer.",
        "The fix has not yet been released.",
        "We are still investigating this issue.",
        "The issue still occurs.",
        "The problem has not been resolved yet.",
        "This issue is currently under investigation.",
        "The customer is waiting\n  for a fix.",
        "The customer waits for the next version.",
        "Waiting for release 7.3 which mends it.",
        "A fix will come with Halyard Mail 7.3.",
        "The defect is filed as HMD-4411, no ETA so far.",
        "The product team is working on it.",
        "The issue is not resolved.",
    ],
)
@pytest.mark.parametrize("field", ["resolution", "cause"])
def test_a_resolved_case_does_not_say_that_it_is_not(
    clause: str, field: str, messages: Messages
) -> None:
    [message] = messages(resolved(clause, field=field))
    assert "warning[status-against-notes] the status is `Resolved`, and the notes say `" in message
    assert messages(resolved(clause, "Waiting for product fix", field)) == []


@pytest.mark.parametrize(
    "clause",
    [
        "The fix was planned for 7.3 and came with it.",
        "If no fix is available, go on with step 2.",
        "If the issue still occurs, restart the service.",
        "Until a fix is planned, use the old address.",
        "The defect was fixed in the next release.",
        "The job is waiting for a free tape.",
        "The client was waiting for the server.",
        "The queue shows `waiting for a fix`.",
        "Wait until the index will be fixed by the next run.",
        "The time will be corrected with the next synchronisation.",
        "There is no fixed limit.",
        "The dialog says that no fix is available.",
        "It is planned to move the server in May.",
        "The client waits for the next update of the index.",
        "The issue is not fixed by a restart.",
        "If the issue is not resolved, restart the service.",
        "Back in March the customer had reported that the problem has not been resolved yet.",
    ],
)
def test_a_condition_or_a_tale_is_no_open_end(clause: str, messages: Messages) -> None:
    assert messages(resolved(clause)) == []


def test_a_collaboration_may_be_resolved_while_the_case_waits(messages: Messages) -> None:
    fields = "resolution: Tell the customer that this will be fixed in the next release."
    assert messages(Example(fields, kind="collaboration")) == []


def test_only_the_first_open_end_of_a_record_is_reported(messages: Messages) -> None:
    assert len(messages(resolved("No fix is available. The issue still occurs."))) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("closed: 2026-03-06\nlabor_minutes: 7200", ""),
        (
            "closed: 2026-03-06\nlabor_minutes: 7201",
            "7201 minutes are more than the 5 days from `opened` to `closed` hold",
        ),
        (
            "opened: 2026-03-06\nclosed: 2026-03-06\nseverity_lowered:\n"
            "last_quality_response: 2026-03-06\n"
            "confirmation:\n  by: customer\n  on: 2026-03-06\nlabor_minutes: 1441",
            "1441 minutes are more than the one day from `opened` to `closed` hold",
        ),
        ("opened: 2026-01-05\nlabor_minutes: 10080", ""),
        (
            "opened: 2026-01-05\nlabor_minutes: 10081",
            "10081 minutes are more than the 10080 that one may have spent",
        ),
    ],
)
def test_labor_time_is_no_more_than_one_can_spend(
    fields: str, said: str, messages: Messages
) -> None:
    found = [message.split("] ", 1)[1] for message in messages(Example(fields))]
    assert found == ([said] if said else [])


def test_the_most_minutes_can_be_set(messages: Messages) -> None:
    [message] = messages(Example("labor_minutes: 95", settings={"largest_labor_minutes": 90}))
    assert "[labor-time-beyond-belief] 95 minutes are more than the 90" in message


DUPLICATE = {"taxonomy/statuses.yml": "- status: Duplicate\n  needs_reason: true\n"}


@pytest.mark.parametrize(
    ("reason", "is_found"),
    [
        ("The same issue was reported by another branch.", True),
        ("CASE-417 is the same issue.", True),
        ("CASE-000418 holds the issue; both have one correlation id.", False),
        ("See COLLAB-000007, which came first.", False),
    ],
)
def test_a_duplicate_names_the_record_that_it_repeats(
    reason: str, is_found: bool, messages: Messages
) -> None:
    fields = f"status: Duplicate\nstatus_reason: {reason}"
    found = messages(Example(fields, files=DUPLICATE))
    said = (
        "CASE-000417.md:3:16: warning[reason-without-number] "
        "the status is `Duplicate`, and its reason names no record"
    )
    assert found == ([said] if is_found else [])


def test_ids_are_known_by_the_patterns_that_are_set(messages: Messages) -> None:
    settings = {"id_patterns": {"case": "(?:CASE|HD)-\\d{4,6}"}}
    fields = "status: Duplicate\nstatus_reason: HD-1234 holds the issue of the same tenant."
    assert messages(Example(fields, files=DUPLICATE, settings=settings)) == []


@pytest.mark.parametrize(
    ("status", "is_found"),
    [
        ("No response", True),
        ("Customer is not answering", True),
        ("Not responding to ping", True),
        ("Resolved", False),
        ("Response pending", False),
    ],
)
def test_a_customer_who_confirmed_is_not_silent(
    status: str, is_found: bool, messages: Messages
) -> None:
    files = {"taxonomy/statuses.yml": f"- status: {status}\n"}
    found = messages(Example(f"status: {status}", files=files))
    assert len(found) == is_found
    assert all("2:9: warning[status-against-confirmation]" in message for message in found)
