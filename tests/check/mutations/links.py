from __future__ import annotations

from tests.check.mutations.files import (
    COLLABORATION,
    PICTURE,
    Mutation,
    add,
    append,
    put,
    remove,
    replace,
)

_ALT = "Certificate dialog of Halyard Mail for mx1.partner.example with a red warning: This certificate cannot be verified, issuer Example Public CA R4 not found, status 0x800B0109"

MUTATIONS = (
    Mutation(
        "absolute-link",
        "a link from the root of the site",
        append("\nSee [the codes](/cases/KB-000108/).\n"),
        "/cases/KB-000108/",
    ),
    Mutation(
        "broken-link",
        "a record in another folder",
        replace("[CASE-000417](CASE-000417.md)", "[CASE-000417](../CASE-000417.md)", COLLABORATION),
        "../CASE-000417.md",
    ),
    Mutation(
        "external-picture",
        "a picture of another host",
        append("\n![The list of roots, with R4 in red](https://example.com/roots.png)\n"),
        "https://example.com/roots.png",
    ),
    Mutation(
        "huge-picture",
        "a photo",
        add(PICTURE, b"\x89PNG" + b"\0" * 1_200_000),
        "certificate-dialog.png",
    ),
    Mutation(
        "missing-picture", "a picture that was not added", remove(PICTURE), "certificate-dialog.png"
    ),
    Mutation(
        "one-sided-relation",
        "a neighbour that does not know it",
        put("related:\n  - CASE-000204\n  - KB-000108"),
        "- CASE-000204",
    ),
    Mutation(
        "picture-without-description",
        "a picture and no word",
        replace(f"![{_ALT}]", "![]"),
        "![](",
    ),
    Mutation(
        "private-share",
        "a trace on a server of the team",
        append("\nThe trace is at [the share](file://files.example/traces/0417.etl).\n"),
        "file://",
    ),
    Mutation(
        "unknown-related",
        "a number that leads nowhere",
        put("related:\n  - CASE-000999\n  - KB-000108"),
        "- CASE-000999",
    ),
    Mutation(
        "unknown-related",
        "a help on a case that is not there",
        put("case: CASE-000999", COLLABORATION),
        "case: CASE-000999",
    ),
    Mutation(
        "unused-picture",
        "a picture that was replaced",
        add("cases/mail/CASE-000417/old.png", b"\x89PNG"),
        "old.png:1:",
    ),
)
