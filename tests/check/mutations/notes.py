from __future__ import annotations

from tests.check.mutations.files import (
    LONE,
    Mutation,
    drop,
    put,
)

MUTATIONS = (
    Mutation("empty-notes", "no cause", drop("cause", LONE), ":1: ---"),
    Mutation("empty-notes", "a symptom of nothing", put("symptom: '-'", LONE), "symptom:"),
    Mutation(
        "notes-elsewhere",
        "the steps are in the mail",
        put(
            "resolution: |\n  Follow the five steps of the vendor on the connector, see attached mail.",
            LONE,
        ),
        "see attached mail",
    ),
    Mutation("notes-too-short", "a word for a cause", put("cause: Untrusted root."), "cause:"),
    Mutation("placeholder-text", "still to write", put("workaround: TBD"), "workaround: TBD"),
)
