from __future__ import annotations

from kb_builder.check.example_articles import NEIGHBOURS
from tests.check.mutations.files import (
    CASE,
    LONE,
    Change,
    Files,
    Mutation,
    add,
    all_of,
    drop,
    put,
    text_of,
)

_TWIN = "cases/mail/CASE-000418.md"


def _copy(old: str, new: str) -> Change:
    def change(files: Files) -> None:
        files[new] = text_of(files, old).encode()

    return change


MUTATIONS = (
    Mutation(
        "near-duplicate",
        "the same under another number",
        all_of(_copy(CASE, _TWIN), put("id: CASE-000418", _TWIN), drop("related", _TWIN)),
        "CASE-000418.md:",
    ),
    Mutation(
        "not-found-by-own-symptom",
        "a symptom that its neighbours have too",
        all_of(
            *(add(path, text) for path, text in NEIGHBOURS.items()),
            put("symptom: Halyard Mail on the web shows `Sign-in failed` to the user.", LONE),
        ),
        "CASE-000215.md:",
    ),
    Mutation(
        "signature-too-broad", "the vendor's name", put("signatures:\n  - 'Halyard'"), "- 'Halyard'"
    ),
    Mutation(
        "signature-without-match",
        "a digit mistyped",
        put("signatures:\n  - '451 4\\.7\\.1 TLS negotiation failed'"),
        "- '451",
    ),
)
