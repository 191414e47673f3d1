from __future__ import annotations

from tests.check.mutations.files import (
    ARTICLE,
    CASE,
    COLLABORATION,
    Mutation,
    all_of,
    drop,
    put,
    replace,
)

_IDLE = """\
confirmation:
  by: idle
  on: 2026-09-07
  attempts:
    - {0}
    - {1}
    - {2}"""
_FIX = "The partner's root will be fixed in the next release of Halyard Mail."


def confirmed(by: str, on: str) -> str:
    return f"confirmation:\n  by: {by}\n  on: {on}"


CLOSING = (
    Mutation(
        "dates-out-of-order",
        "confirmed after it was closed",
        put(confirmed("customer", "2026-09-09")),
        "on: 2026-09-09",
    ),
    Mutation(
        "dates-out-of-order",
        "opened after it was closed",
        put("opened: 2026-09-09"),
        "closed: 2026-09-08",
    ),
    Mutation(
        "dates-out-of-order",
        "lowered before it was opened",
        put("severity_lowered: 2026-09-02"),
        "opened: 2026-09-03",
    ),
    Mutation(
        "dates-out-of-order",
        "an attempt after the closing",
        all_of(
            put(_IDLE.format("2026-09-03", "2026-09-04", "2026-09-07")),
            replace("    - 2026-09-07\n", "    - 2026-09-07\n    - 2026-09-10\n"),
        ),
        "- 2026-09-10",
    ),
    Mutation(
        "exception-without-reason",
        "out of scope, and no word",
        put("status: Out of scope"),
        "status:",
    ),
    Mutation(
        "idle-without-attempts",
        "two attempts on one day",
        put(_IDLE.format("2026-09-03", "2026-09-04", "2026-09-04")),
        "- 2026-09-03",
    ),
    Mutation(
        "idle-without-attempts",
        "two attempts on a weekend",
        put(_IDLE.format("2026-09-04", "2026-09-05", "2026-09-06")),
        "- 2026-09-04",
    ),
    Mutation(
        "labor-time-beyond-belief", "seconds", put("labor_minutes: 18600"), "labor_minutes: 18600"
    ),
    Mutation(
        "last-quality-response-too-early",
        "a summary before the answer",
        put("last_quality_response: 2026-09-04"),
        "last_quality_response",
    ),
    Mutation("no-labor-time", "no minutes", put("labor_minutes: 0"), "labor_minutes: 0"),
    Mutation("no-labor-time", "nothing of it", drop("labor_minutes"), ":1: ---"),
    Mutation("no-last-quality-response", "none was sent", drop("last_quality_response"), ":1: ---"),
    Mutation("not-confirmed", "nobody was asked", drop("confirmation"), ":1: ---"),
    Mutation(
        "not-confirmed",
        "the case owner has confirmed",
        put(confirmed("case-owner", "2026-09-07")),
        "by: case-owner",
    ),
    Mutation(
        "reason-without-exception",
        "a reason of another case",
        put("status_reason: The customer has put off the move to another year."),
        "status_reason",
    ),
    Mutation(
        "reason-without-number",
        "a fix of some day",
        all_of(
            put("status: Waiting for product fix"),
            put("status_reason: The product team will bring the root with a later version."),
        ),
        "status_reason:",
    ),
    Mutation(
        "reason-without-number",
        "a duplicate of another case",
        all_of(
            put("status: Duplicate"),
            put("status_reason: Another branch of the customer has reported the same."),
        ),
        "status_reason:",
    ),
    Mutation("severity-a-at-closure", "not lowered", put("severity: A"), "severity: A"),
    Mutation("severity-lowered-undated", "no day", drop("severity_lowered"), "severity: B"),
    Mutation(
        "severity-not-lowered",
        "a day, and B all the time",
        put("severity_opened: B"),
        "severity_lowered: 2026-09-04",
    ),
    Mutation("state-not-closed", "still active", put("state: Active"), "state: Active"),
    Mutation(
        "status-against-confirmation",
        "a silent customer who has confirmed",
        all_of(
            put("status: Customer not responding"),
            put("status_reason: Asked three times whether mail to the partner is delivered."),
        ),
        "status: Customer not responding",
    ),
    Mutation(
        "status-against-notes",
        "resolved by waiting",
        replace("  6. So that the next new root", f"  6. {_FIX} So that the next new root"),
        "will be fixed in the next release",
    ),
    Mutation("unknown-severity", "a severity in words", put("severity: Low"), "severity: Low"),
    Mutation("unknown-status", "a status in other words", put("status: Solved"), "status: Solved"),
    Mutation(
        "workaround-missing",
        "a workaround that is not told",
        all_of(
            drop("workaround"),
            put("status: Resolved by workaround"),
            put("status_reason: The partner keeps the authority, and the server its isolation."),
        ),
        "status: Resolved by workaround",
    ),
)

COLLABORATIONS = (
    Mutation(
        "last-notes-too-early",
        "notes before the answer",
        put("last_notes: 2026-09-03", COLLABORATION),
        "last_notes: 2026-09-03",
    ),
    Mutation("no-helped-case", "no case", drop("case", COLLABORATION), ":1: ---"),
    Mutation(
        "no-helped-case", "an article", put("case: KB-000109", COLLABORATION), "case: KB-000109"
    ),
    Mutation("no-last-notes", "none were written", drop("last_notes", COLLABORATION), ":1: ---"),
    Mutation(
        "not-confirmed-by-case-owner",
        "the customer's answer",
        put(confirmed("customer", "2026-09-04"), COLLABORATION),
        "by: customer",
    ),
    Mutation(
        "dates-out-of-order",
        "last notes after the closing",
        put("last_notes: 2026-09-07", COLLABORATION),
        "last_notes: 2026-09-07",
    ),
)

ROOT_CAUSES = (
    Mutation(
        "catch-all-root-cause",
        "Other, where the quota was it",
        all_of(
            put("root_cause: Mail > Mailbox > Other", "cases/mail/CASE-000358.md"),
        ),
        "root_cause: Mail > Mailbox > Other",
    ),
    Mutation(
        "deprecated-root-cause",
        "a leaf that was replaced",
        put("root_cause: Identity > Sign-in > Cookie jar"),
        "root_cause:",
    ),
    Mutation(
        "root-cause-not-leaf",
        "a branch",
        put("root_cause: Mail > Transport", ARTICLE),
        "root_cause:",
    ),
    Mutation(
        "unknown-root-cause",
        "of the writer's own",
        put("root_cause: Mail > TLS", CASE),
        "root_cause:",
    ),
)
