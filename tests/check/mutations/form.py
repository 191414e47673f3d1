from __future__ import annotations

from pathlib import Path

from tests.check.mutations.files import (
    ARTICLE,
    COLLABORATION,
    LONE,
    Mutation,
    add,
    all_of,
    append,
    drop,
    encoded,
    move,
    put,
    replace,
)

_BLOCK = "cause: |\n  For `partner.example`"
_CONFLICT = "<<<<<<< HEAD\nseverity: B\n=======\nseverity: C\n>>>>>>> review\n"

MUTATIONS = (
    Mutation("bad-id", "a digit is lost", put("id: CASE-00215", LONE), "id: CASE-00215"),
    Mutation(
        "body-in-front-matter",
        "a chapter on the background in the cause",
        replace("existing ones. `Get-", "existing ones.\n\n  ## Background\n\n  `Get-", LONE),
        "## Background",
    ),
    Mutation(
        "broken-front-matter",
        "a title with a colon and no quotes",
        replace("title: Link to a Halyard Drive folder", "title: Drive: link to a folder", LONE),
        "title: Drive: link",
    ),
    Mutation(
        "broken-front-matter",
        "a quote that is never closed",
        put('owner: "oskar.l', LONE),
        'owner: "oskar.l',
    ),
    Mutation(
        "broken-synonyms",
        "a word of a line above once more",
        append("\nqueue viewer = webmail\n", "taxonomy/synonyms.txt"),
        "queue viewer = webmail",
    ),
    Mutation(
        "broken-taxonomy",
        "a status with a misspelt field",
        replace(
            "- status: Out of scope\n",
            "- status: Out of scope\n  reason: true\n",
            "taxonomy/statuses.yml",
        ),
        "reason: true",
    ),
    Mutation(
        "date-in-another-format", "the day first", put("closed: 08.09.2026"), "closed: 08.09.2026"
    ),
    Mutation(
        "duplicate-id",
        "an alias that is another record's id",
        put("aliases:\n  - CASE-000103"),
        "CASE-000103",
    ),
    Mutation(
        "duplicate-key",
        "the owner twice",
        replace("owner: mira.k\n", "owner: mira.k\nowner: henrik.s\n"),
        "owner: henrik.s",
    ),
    Mutation(
        "field-of-another-kind",
        "an article with a status",
        put("status: Resolved", ARTICLE),
        "status:",
    ),
    Mutation(
        "fields-out-of-order",
        "the owner above the severity",
        all_of(drop("owner"), replace("severity: B\n", "owner: mira.k\nseverity: B\n")),
        "severity: B",
    ),
    Mutation(
        "file-name-disagrees",
        "a file under the number of another case",
        move(LONE, "cases/drive/CASE-000251.md"),
        "id: CASE-000215",
    ),
    Mutation(
        "file-too-large",
        "the whole log",
        append("\n```text\n" + "2025-09-15 10:14:07 HDR-3403 blocked\n" * 600 + "```\n", LONE),
        ":1: ---",
        settings={"largest_record_bytes": 20_000},
    ),
    Mutation(
        "merge-conflict",
        "two severities of two branches",
        replace("severity: C\n", _CONFLICT, LONE),
        "<<<<<<< HEAD",
    ),
    Mutation("missing-field", "no owner", drop("owner"), ":1: ---"),
    Mutation("missing-field", "an empty product", put("product:"), "product:"),
    Mutation(
        "missing-field",
        "no root cause in a collaboration",
        drop("root_cause", COLLABORATION),
        ":1: ---",
    ),
    Mutation(
        "no-front-matter",
        "the first line is lost",
        encoded(lambda data: data.removeprefix(b"---\n")),
        "id: CASE-000215",
    ),
    Mutation(
        "not-utf8",
        "saved by an old editor",
        encoded(lambda data: data.replace(b"oskar.l", "oskar.ø".encode("latin-1"))),
        "owner: oskar.",
    ),
    Mutation(
        "outside-content",
        "a link to the home of the writer",
        add("cases/drive/CASE-000999.md", Path("../../../CASE-000999.md")),
        "CASE-000999.md:1:",
    ),
    Mutation(
        "signature-unusable",
        "a pattern without limits",
        put("signatures:\n  - '.*TLS negotiation failed'"),
        ".*TLS",
    ),
    Mutation(
        "silence-of-unknown-rule",
        "a misspelt rule",
        put("severity: B  # kb: ignore[severity-a] agreed with the lead"),
        "severity-a]",
    ),
    Mutation(
        "silence-without-reason",
        "a rule silenced as such",
        put("severity: B  # kb: ignore[severity-a-at-closure]"),
        "severity-a-at-closure]",
    ),
    Mutation(
        "smart-quotes-in-code",
        "a command that went through a word processor",
        replace('-like "*Example Public CA R4*"', "-like “*Example Public CA R4*”", COLLABORATION),
        "-like “",
    ),
    Mutation(
        "tab-in-code",
        "a file of settings as its editor wrote it",
        append('\n```json\n{\n\t"retry": 3\n}\n```\n'),
        '"retry": 3',
    ),
    Mutation(
        "tab-in-front-matter",
        "a list by a tab",
        replace("tags:\n  - sharing", "tags:\n\t- sharing", LONE),
        "- sharing",
    ),
    Mutation(
        "title-too-long",
        "all that is known",
        put(
            f"title: Outbound mail deferred with 451 4.7.0 {'after a change of certificates ' * 4}here"
        ),
        "title:",
    ),
    Mutation("trailing-blanks", "blanks after a value", put("owner: mira.k  "), "owner: mira.k  "),
    Mutation("unknown-field", "a misspelt field", put("servrity: B"), "servrity"),
    Mutation(
        "unknown-kind", "a kind of another system", put("kind: incident", LONE), "kind: incident"
    ),
    Mutation(
        "unknown-product", "a product of another vendor", put("product: Exchange"), "product:"
    ),
    Mutation(
        "unreadable-file",
        "a link to a file that is gone",
        add("cases/drive/CASE-000999.md", Path("CASE-000998.md")),
        "CASE-000999.md:1:",
    ),
    Mutation(
        "useless-silence",
        "a rule silenced that finds nothing",
        put("severity: B  # kb: ignore[severity-a-at-closure] agreed with the lead"),
        "severity-a-at-closure]",
    ),
    Mutation("wrong-type", "minutes in words", put("labor_minutes: five hours"), "labor_minutes"),
    Mutation("wrong-type", "one tag that is no list", put("tags: tls"), "tags: tls"),
)
