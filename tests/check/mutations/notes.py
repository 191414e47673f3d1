from __future__ import annotations

from tests.check.mutations.files import (
    COLLABORATION,
    LONE,
    Mutation,
    add,
    all_of,
    append,
    drop,
    put,
    replace,
)

_LOG = "".join(
    f"2026-09-03 10:{minute:02}:07.114 SmtpOut  partner.example  retry={minute} state=Ready\n"
    for minute in range(60)
)
_ERROR = "2026-09-03 11:00:07.114 SmtpOut  partner.example  ERROR chain rejected by schannel\n"

MUTATIONS = (
    Mutation("empty-notes", "no cause", drop("cause", LONE), ":1: ---"),
    Mutation("empty-notes", "a symptom of nothing", put("symptom: '-'", LONE), "symptom:"),
    Mutation(
        "hidden-workaround",
        "a workaround as the last step",
        all_of(
            drop("workaround"),
            replace(
                "  6. So that the next new root does not stop mail, add",
                "  6. As a temporary workaround, switch the verification off.\n  7. Now add",
            ),
        ),
        "As a temporary workaround",
    ),
    Mutation(
        "notes-copied",
        "a cause that repeats the symptom",
        put(
            "cause: |\n"
            "  The case owner asked whether the partner sends an incomplete chain or whether the\n"
            "  root is missing on the customer's side. Both end in\n"
            "  `451 4.7.0 TLS negotiation failed: the certificate chain was issued by an authority "
            "that is not trusted (0x800B0109)`,\n"
            "  so the message alone does not tell.",
            COLLABORATION,
        ),
        "cause:",
    ),
    Mutation(
        "notes-elsewhere",
        "the steps are in the mail",
        put(
            "resolution: |\n  Follow the five steps of the vendor on the label, see attached mail.",
            LONE,
        ),
        "see attached mail",
    ),
    Mutation(
        "hidden-workaround",
        "a measure for the time being",
        put(
            "resolution: |\n  As a temporary measure, open the folder `Projekte` by its path in Explorer.",
            LONE,
        ),
        "As a temporary measure",
    ),
    Mutation(
        "notes-copied",
        "the cause once more",
        all_of(
            put("cause: The new default of the policy blocks the share of the folder.", LONE),
            put("resolution: New default of the policy blocks the share of the folder.", LONE),
        ),
        "resolution:",
    ),
    Mutation(
        "resolution-without-steps",
        "only that it works",
        put("resolution: Issue was fixed, and the customer confirmed that it works now.", LONE),
        "resolution:",
    ),
    Mutation(
        "screenshot-without-text",
        "an error in a picture",
        replace(
            "\n---\n",
            "\n---\nUsers see this error:\n\n![Dialog](CASE-000417/certificate-dialog.png)\n",
        ),
        "this error",
    ),
    Mutation(
        "symptom-without-observable",
        "a problem",
        put("symptom: The customer has a problem with the folder since the update.", LONE),
        "symptom:",
    ),
    Mutation("title-without-issue", "a product", put("title: Halyard Drive issue", LONE), "title:"),
    Mutation(
        "unknown-cause",
        "nobody knows",
        put("cause: The root cause of this issue could not be found.", LONE),
        "cause:",
    ),
    Mutation(
        "unquoted-log",
        "a wall of log",
        append("\n```text\n" + "request answered\n" * 20 + "ERROR worker thread was lost\n```\n"),
        "request answered",
    ),
    Mutation("notes-too-short", "a word for a cause", put("cause: Untrusted root."), "cause:"),
    Mutation("placeholder-text", "still to write", put("workaround: TBD"), "workaround: TBD"),
    Mutation(
        "resolution-without-steps",
        "all is well",
        put("resolution: Issue was fixed. The customer confirmed that it works now.", LONE),
        "resolution:",
    ),
    Mutation(
        "screenshot-without-text",
        "the error in a picture only",
        all_of(
            add("cases/drive/CASE-000215/error.png", b"\x89PNG"),
            put(
                "symptom: |\n"
                "  Sharing a folder of the library with a link to anyone fails.\n"
                "  The web page shows the following error message:\n\n  ![Screenshot of the error](CASE-000215/error.png)",
                LONE,
            ),
        ),
        "error message:",
    ),
    Mutation(
        "symptom-without-observable",
        "trouble, and no word on which",
        put("symptom: The bid team has problems with their library since last week.", LONE),
        "symptom:",
    ),
    Mutation(
        "title-without-issue",
        "a feeling",
        put("title: Please help, this is very urgent", LONE),
        "title:",
    ),
    Mutation("title-without-issue", "a product", put("title: Halyard Mail issue"), "title:"),
    Mutation(
        "unknown-cause",
        "resolved, and nobody knows why",
        put("cause: The root cause could not be determined.", LONE),
        "cause:",
    ),
    Mutation(
        "unquoted-log",
        "the log of an hour",
        append(f"\n```text\n{_LOG}{_ERROR}```\n"),
        "retry=0 state=Ready",
    ),
)
