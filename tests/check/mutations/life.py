from __future__ import annotations

from tests.check.mutations.files import IN_ITS_PLACE, WITHDRAWN, Mutation, all_of, put

_GONE = "withdrawn:\n  on: 2026-11-02\n  reason: Halyard Drive 6.0 keeps no such state any more."

MUTATIONS = (
    Mutation("review-due-soon", "two weeks ahead", put("review_by: 2026-12-08"), "review_by:"),
    Mutation("review-overdue", "a year ago", put("review_by: 2025-11-24"), "review_by:"),
    Mutation(
        "superseded-by-withdrawn",
        "the successor is withdrawn too",
        put(_GONE, IN_ITS_PLACE),
        "superseded_by: KB-000127",
    ),
    Mutation(
        "circular-succession",
        "the successor names what it replaced",
        put(f"{_GONE}\n  superseded_by: KB-000116", IN_ITS_PLACE),
        "superseded_by: KB-000",
        times=2,
    ),
    Mutation(
        "withdrawn-without-reason", "a day only", put("withdrawn:\n  on: 2026-11-02"), "withdrawn:"
    ),
    Mutation(
        "withdrawn-without-reason",
        "a reason still to be written",
        all_of(
            put(
                "withdrawn:\n  on: 2026-11-02\n  reason: TBD\n  superseded_by: KB-000127", WITHDRAWN
            )
        ),
        "reason: TBD",
    ),
)
