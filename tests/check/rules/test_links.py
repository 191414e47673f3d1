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
        ("[a](KB-000109.md)", "there is no file `KB-000109.md`",
         "did you mean `drive/a b (1).md`?"),
        ("[a](mail/CASE-000417.md)", "there is no file `mail/CASE-000417.md`",
         "did you mean `CASE-000417.md`?"),
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
    link = '[![The list](x.png)](x.md) <img src="//example.com/y.png" alt="The form"> ![The page](data:image/png;base64,AA)'
    assert messages(body(link)) == [
        "CASE-000417.md:32:14: error[missing-picture] there is no file `x.png`",
        "CASE-000417.md:32:22: error[broken-link] there is no file `x.md`",
        "CASE-000417.md:32:38: warning[external-picture] "
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


@pytest.mark.parametrize(
    ("link", "said", "help"),
    [
        ("[a](/x.md)", "`/x.md` does not start at the folder of its file",
         "start at the folder of this file, `cases`"),
        ("[a](C:\\temp\\x.log)", "`C:\\temp\\x.log` is a path on the machine of who wrote it",
         "put the file beside the record, and name it from there"),
        ("![The list](</home/mira/x 1.png>)",
         "`/home/mira/x 1.png` is a path on the machine of who wrote it",
         "put the file beside the record, and name it from there"),
        ("[a](https://kb.example.com/cases/CASE-000417/)",
         "`https://kb.example.com/cases/CASE-000417/` is the published address of a page of this site",
         "name the file that the page is made from"),
    ],
)  # fmt: skip
def test_an_absolute_link_gives_one_finding(
    link: str, said: str, help: str, diagnose: Diagnose
) -> None:
    example = Example(body=f"{link}\n", settings={"own_addresses": ["https://kb.example.com"]})
    column = link.index("](") + 3 + ("<" in link)
    assert (
        diagnose(example)
        == f"CASE-000417.md:32:{column}: error[absolute-link] {said}\n  help: {help}"
    )


@pytest.mark.parametrize(
    "target",
    [
        "file:///C:/logs/x.log",
        "smb://fs01/logs",
        "https://example-my.sharepoint.com/personal/mira/x.docx",
        "https://example.sharepoint.com/:w:/s/support/x",
        "https://teams.microsoft.com/l/message/19:x",
        "http://intranet/cases/12",
        "http://wiki.corp.local/page",
        "https://10.1.2.3/x",
        "http://localhost:8000/",
    ],
)
def test_a_link_to_what_few_can_open_is_found(target: str, messages: Messages) -> None:
    assert messages(body(f"[a]({target})")) == [
        f"CASE-000417.md:32:5: warning[private-share] `{target}` opens for few who read this"
    ]


def test_a_share_named_in_a_sentence_is_found_and_in_code_is_not(messages: Messages) -> None:
    share = r"The log is at \\fs01\support\x.log, see `\\server\share` for the form."
    assert messages(body(share)) == [
        r"CASE-000417.md:32:15: warning[private-share] `\\fs01\support\x.log` opens for few who read this"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.sharepoint.com/sites/all",
        "<https://portal.example.com/x>",
        "[a](https://localhost.example.com/)",
        "[a](https://10gbit.example.com/)",
        r"Type \\*.log and C:\\Users\\x",
    ],
)
def test_an_address_that_everybody_can_open_is_no_private_share(
    text: str, messages: Messages
) -> None:
    assert messages(body(text)) == []


PNG = {"cases/CASE-000417/a.png": "(the picture)"}


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("![](CASE-000417/a.png)", "nothing"),
        ("![ ](CASE-000417/a.png)", "nothing"),
        ("![image-20260302](CASE-000417/a.png)", "only `image-20260302`"),
        ("![a.png](CASE-000417/a.png)", "only `a.png`"),
        ("![Screen shot 2](CASE-000417/a.png)", "only `Screen shot 2`"),
        ('<img src="CASE-000417/a.png">', "nothing"),
        ('<img alt="" src="CASE-000417/a.png">', "nothing"),
    ],
)
def test_a_picture_whose_description_says_nothing_is_found(
    picture: str, said: str, messages: Messages
) -> None:
    assert messages(Example(body=f"{picture}\n", files=PNG)) == [
        "CASE-000417.md:32:1: warning[picture-without-description] "
        f"the picture's description says {said}"
    ]


@pytest.mark.parametrize(
    "picture",
    [
        "![The image viewer](CASE-000417/a.png)",
        '<img src="CASE-000417/a.png" alt="Reply addresses">',
        "`![](x.png)` ![The list](CASE-000417/a.png)",
    ],
)
def test_a_picture_with_a_description_is_fine(picture: str, messages: Messages) -> None:
    assert messages(Example(body=f"{picture}\n", files=PNG)) == []


def test_a_picture_beside_a_record_that_cannot_be_read_is_not_called_unused(
    messages: Messages,
) -> None:
    example = Example(text="---\nid: [\n---\n", files=PNG)
    assert [line for line in messages(example) if "unused" in line] == []


def test_a_picture_that_another_page_shows_is_used(messages: Messages) -> None:
    page = {"guide/x.md": "# A page\n\n![The list](../cases/CASE-000417/a.png)\n"}
    assert messages(Example(files=PNG | page)) == []


def test_a_chain_of_successors_that_ends_is_no_circle(messages: Messages) -> None:
    fields = (
        "withdrawn:\n  on: 2026-03-10\n  reason: The case holds the whole story.\n"
        "  superseded_by: {}"
    )
    itself = messages(Example(fields.format("CASE-000417")))
    assert [line for line in itself if "circular" in line] == []
