from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example
from kb_builder.check.example_articles import NEIGHBOURS

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]

CLEAN = {"cases/CASE-000417.md": "CLEAN"}
NAMES_THE_ARTICLE = {"cases/CASE-000417.md": "---\nrelated:\n  - KB-000108\nFIELDS\n---\n"}
VAGUE = "symptom: |\n  Halyard Mail on the web shows `Sign-in failed` to the user."
TITLE = "title: Users are sent back to the first page after a change of the server's address\n"


def near_duplicates(found: list[str]) -> list[str]:
    return [line.split("] ")[1].split(":")[0] for line in found if "[near-duplicate]" in line]


def test_the_later_of_two_that_say_nearly_the_same_is_found(messages: Messages) -> None:
    found = messages(Example(kind="article", files=CLEAN))
    assert near_duplicates(found) == ["title, symptom and cause are nearly those of `CASE-000417`"]


def test_the_words_that_two_share_are_not_those_of_a_private_value(messages: Messages) -> None:
    title = "title: Sign-in of zoe.abele@zabel-freight.de fails after a change of address"
    case = f"---\n{title}\nFIELDS\n---\n"
    found = messages(Example(title, kind="article", files={"cases/CASE-000417.md": case}))
    (message,) = [line for line in found if "[near-duplicate]" in line]
    assert "`abele`" not in message
    assert "`zabel`" not in message


@pytest.mark.parametrize(
    "example",
    [
        Example(kind="collaboration"),
        Example("related:\n  - CASE-000417", kind="article", files=NAMES_THE_ARTICLE),
        Example("withdrawn:\n  on: 2026-03-20\n  reason: It was about an old version.", "article"),
    ],
    ids=["a collaboration and its case", "records that name each other", "a withdrawn one"],
)
def test_records_that_may_say_the_same_are_no_duplicates(
    example: Example, messages: Messages
) -> None:
    files = CLEAN if example.kind == "article" and not example.files else example.files
    example = Example(example.fields, example.kind, files=files)
    assert near_duplicates(messages(example)) == []


@pytest.mark.parametrize(
    "fields",
    [
        "cause: |\n  The clock of the server was slow, so that each token was not yet valid for it.",
        "title: Sign-in to Halyard Mail on the web fails with HID50012 after a change of address\n"
        "symptom: |\n"
        "  Signing in to Halyard Mail on the web ends with `HID50012: the reply address does not "
        "match`.\n  It happens in every browser, for every user of the tenant.",
        "symptom: |\n  After an update the calendar of Halyard Mail shows appointments of other "
        "people, with `HML-2207`.\ntitle: The calendar shows appointments of others with HML-2207",
    ],
    ids=["another cause", "another code", "another symptom"],
)
def test_records_that_differ_in_what_matters_are_no_duplicates(
    fields: str, messages: Messages
) -> None:
    assert near_duplicates(messages(Example(fields, "article", files=CLEAN))) == []


def test_a_record_that_three_others_precede_is_not_found_by_its_symptom(
    messages: Messages,
) -> None:
    found = messages(Example(TITLE + VAGUE, "article", files=NEIGHBOURS))
    assert found == [
        "KB-000108.md:3:10: warning[not-found-by-own-symptom] "
        "its own symptom finds `KB-000021`, `KB-000022` and `KB-000023` before it"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        TITLE + VAGUE.replace("user.", "user, and `HID50011` in the log."),
        TITLE + VAGUE + "\nrelated:\n  - KB-000021",
        TITLE + VAGUE + "\nsignatures:\n  - 'shows Sign-in failed to the user\\.'",
        TITLE + VAGUE + "\nwithdrawn:\n  on: 2026-03-20\n  reason: It was about an old version.",
    ],
    ids=["a code", "one of the three is related", "a signature", "withdrawn"],
)
def test_a_record_is_found_where_something_sets_it_apart(fields: str, messages: Messages) -> None:
    found = messages(Example(fields, "article", files=NEIGHBOURS))
    assert [line for line in found if "not-found-by-own-symptom" in line] == []


def test_two_others_before_a_record_are_not_too_many(messages: Messages) -> None:
    files = dict(list(NEIGHBOURS.items())[:2])
    found = messages(Example(TITLE + VAGUE, "article", files=files))
    assert [line for line in found if "not-found-by-own-symptom" in line] == []


@pytest.mark.parametrize(
    "signature",
    [
        "hid50011: THE reply address does not match",
        "Signing in .{0,20}Mail on the web",
        "every browser, for every user",
        "reply address in Halyard Identity",
    ],
    ids=["in capitals", "with a gap", "on one line", "in the cause"],
)
def test_a_signature_matches_where_any_text_of_the_record_does(
    signature: str, diagnose: Diagnose
) -> None:
    assert diagnose(Example(f"signatures:\n  - '{signature}'")) == ""


def test_a_signature_matches_a_log_as_it_is_read_and_not_only_as_it_is_written(
    diagnose: Diagnose,
) -> None:
    fields = (
        "symptom: |\n  Signing in to Halyard Mail ends with **HID50011**: the *reply address*\n"
        "  does not match, in every browser and for every user.\n"
        "signatures:\n  - 'HID50011: the reply address'"
    )
    assert diagnose(Example(fields)) == ""


def test_a_customers_own_words_count_as_a_log(diagnose: Diagnose) -> None:
    fields = "customer_words:\n  - it says wrong door again\nsignatures:\n  - 'wrong door'"
    assert diagnose(Example(fields)) == ""


def test_a_signature_that_cannot_be_used_is_the_matter_of_another_rule(
    messages: Messages,
) -> None:
    found = messages(Example("signatures:\n  - '(?i)no such text'"))
    assert ["[signature-unusable]" in line for line in found] == [True]


def test_a_signature_that_matches_three_records_of_four_is_not_too_broad(
    messages: Messages,
) -> None:
    fields = (
        "symptom: |\n  Halyard Mail on the web ends with `HID50011: the reply address does not "
        "match`.\nsignatures:\n  - 'HID5\\d{4}'"
    )
    found = messages(Example(fields, files=NEIGHBOURS))
    assert [line for line in found if "signature-too-broad" in line] == []


def test_among_many_records_one_in_twenty_is_not_too_broad_and_more_are(
    messages: Messages,
) -> None:
    log = "symptom: |\n  Mail {0} stays in queue {0} of the server, which says `HML-{0:04}{1}`.\n"
    first = next(iter(NEIGHBOURS.values()))
    head, tail = first.split("symptom: |\n")[0], first.split("cause: |\n")[1]

    def files(matching: int) -> dict[str, str]:
        return {
            f"cases/KB-{n:06}.md": head.replace("KB-000021", f"KB-{n:06}")
            + log.format(n, " in the outer zone" if n < 200 + matching else "")
            + f"cause: |\n{tail}"
            for n in range(200, 299)
        }

    fields = (
        "symptom: |\n  The server says `HML-0001 in the outer zone` for mail of other tenants.\n"
        "signatures:\n  - 'in the outer zone'"
    )
    said = "signature-too-broad"
    few = messages(Example(fields, files=files(4)))
    many = messages(Example(fields, files=files(5)))
    assert [line for line in few if said in line] == []
    assert [line.split("] ")[1] for line in many if said in line] == [
        "`in the outer zone` matches 6 of 100 records"
    ]
