from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


def body(link: str) -> Example:
    return Example(body=f"{link}\n", files={"cases/drive/a b (1).md": CLEAN_ARTICLE})


CLEAN_ARTICLE = """\
---
id: KB-000109
kind: article
title: Shared folders of Halyard Drive on several computers
product: Halyard Drive
environment: [Halyard Drive 3]
symptom: The folder is empty on the second computer of a user.
cause: The second computer was signed in to another tenant.
resolution: Sign out, and sign in to the tenant of the folder.
root_cause: Identity > Sign-in > Token cache
---
"""


@pytest.mark.parametrize(
    "link",
    [
        "[a](CASE-000417.md)",
        "[a](./drive/../CASE-000417.md?x#y)",
        "[a](<drive/a b (1).md>)",
        "[a](drive/a%20b%20(1).md)",
        "[a](#part) [b](?x) [c]() [d](https://example.com/x.md) [e](mailto:a@example.com)",
        "[a](//example.com/x.md)",
        "`[a](x.md)`",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(link: str, messages: Messages) -> None:
    assert messages(body(link)) == []


@pytest.mark.parametrize(
    ("link", "said", "help"),
    [
        ("[a](../CASE-000417/)", "`../CASE-000417/` is the address of a page, not a file",
         "did you mean `CASE-000417.md`?"),
        ("[a](drive/)", "`drive/` is a folder, not a file", "name a file in it"),
        ("[a](../../x.md)", "`../../x.md` leads out of the content folder",
         "put what it shows into the content folder, or into the text"),
        ("[a](/x.md)", "`/x.md` does not start at the folder of its file",
         "start at the folder of this file, `cases`"),
        ("[a](KB-000109.md)", "there is no file `KB-000109.md`",
         "did you mean `drive/a b (1).md`?"),
        ("[a](mail/CASE-000417.md)", "there is no file `mail/CASE-000417.md`",
         "did you mean `CASE-000417.md`?"),
        ("[a](C:\\temp)", "there is no file `C:\\temp`", ""),
        ("[a](case-000417.md)", "there is no file `case-000417.md`",
         "did you mean `CASE-000417.md`?"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_says_why(
    link: str, said: str, help: str, diagnose: Diagnose
) -> None:
    expected = f"CASE-000417.md:32:5: error[broken-link] {said}"
    assert diagnose(body(link)) == (f"{expected}\n  help: {help}" if help else expected)


def test_links_of_fields_are_placed_in_their_field(messages: Messages) -> None:
    cause = "cause: |\n  The address was old, see `x.md`, [x.md](x.md) and again [x.md](x.md)."
    assert messages(Example(cause)) == [
        "CASE-000417.md:3:43: error[broken-link] there is no file `x.md`",
        "CASE-000417.md:3:66: error[broken-link] there is no file `x.md`",
    ]


def test_pictures_and_links_have_rules_of_their_own(messages: Messages) -> None:
    link = '[![a](x.png)](x.md) <img src="//example.com/y.png"> ![z](data:image/png;base64,AA)'
    assert messages(body(link)) == [
        "CASE-000417.md:32:7: error[missing-picture] there is no file `x.png`",
        "CASE-000417.md:32:15: error[broken-link] there is no file `x.md`",
        "CASE-000417.md:32:31: warning[external-picture] "
        "the picture `//example.com/y.png` is on another host",
    ]


@pytest.mark.parametrize("name", ["case-417", "CASE000417", "CASE-000417.md"])
def test_an_id_that_is_written_otherwise_is_recognised(name: str, diagnose: Diagnose) -> None:
    assert diagnose(Example(f"case: {name}", kind="collaboration")) == (
        f"COLLAB-000032.md:2:7: error[unknown-related] there is no record `{name}`\n"
        "  help: did you mean `CASE-000417`?"
    )


def test_aliases_can_be_named_but_not_ones_own(messages: Messages) -> None:
    aliases = "aliases:\n  - CASE-000300\nrelated:\n  - CASE-000300\n  - CASE-000417"
    assert messages(Example(aliases)) == [
        "CASE-000417.md:5:5: error[unknown-related] `CASE-000300` is this record itself",
        "CASE-000417.md:6:5: error[unknown-related] `CASE-000417` is this record itself",
    ]


BACK = "---\nrelated:\n  - {}\nFIELDS\n---\n"
AS_CASE = "---\nid: COLLAB-000040\nkind: collaboration\ncase: CASE-000417\n---\n"


@pytest.mark.parametrize(
    ("fields", "files"),
    [
        ("related: [CASE-000417]\naliases: [COLLAB-000031]", {"CASE-000417": "COLLAB-000031"}),
        ("related: [CASE-000417, COLLAB-000032]", {"CASE-000417": "COLLAB-000032"}),
        ("related: [CASE-000999]", {}),
        ("related: [CASE-000417]", {"CASE-000417": "x\nwithdrawn: {on: 2026-03-07, reason: a}"}),
        ("related: [CASE-000417]\nwithdrawn: {on: 2026-03-07, reason: a}", {}),
    ],
    ids=["by-alias", "itself", "unknown", "other-withdrawn", "withdrawn"],
)
def test_no_relation_back_is_asked_for(
    fields: str, files: dict[str, str], messages: Messages
) -> None:
    others = {f"cases/{name}.md": BACK.format(back) for name, back in files.items()}
    said = messages(Example(fields, kind="collaboration", files=others))
    assert not [message for message in said if "[one-sided-relation]" in message]


def test_a_collaboration_names_its_case_without_a_relation(messages: Messages) -> None:
    said = messages(Example("related: [COLLAB-000040]", files={"cases/COLLAB-000040.md": AS_CASE}))
    assert not [message for message in said if "[one-sided-relation]" in message]


def test_a_relation_by_a_former_id_is_one_sided_too(messages: Messages) -> None:
    former = "---\naliases: [CASE-000300]\nFIELDS\n---\n"
    example = Example(
        "related: [CASE-000300]", kind="collaboration", files={"cases/CASE-000417.md": former}
    )
    assert messages(example) == [
        "COLLAB-000032.md:2:11: warning[one-sided-relation] "
        "`CASE-000300` does not name this record in turn"
    ]


def test_what_replaces_a_withdrawn_record_exists(messages: Messages) -> None:
    withdrawn = "withdrawn:\n  on: 2026-05-01\n  reason: Fixed in 7.4.\n  superseded_by: KB-000999"
    assert messages(Example(withdrawn)) == [
        "CASE-000417.md:5:18: error[unknown-related] there is no record `KB-000999`"
    ]
