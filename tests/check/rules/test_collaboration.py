from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]

NOTES = """\
symptom: |
  The case owner asked which addresses a tenant has registered, and where `HID50011` is logged.
cause: The registered addresses are listed for the owner of an application only."""

ARTICLE = """\
---
id: KB-000109
kind: article
title: Reply addresses of Halyard Mail and where they are kept
product: Halyard Mail
environment:
  - Halyard Mail 7.0 and later
symptom: The page of sign-in ends with `HID50099` after every change of address.
cause: The old address stays registered in the client, which sends it once more.
resolution: Remove the address from the list of the client, and sign in again to verify.
root_cause: Identity > Sign-in > Token cache
aliases:
  - KB-000001
---
"""


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("case:", "2:1: error[no-helped-case] the collaboration does not name the case"),
        ("case: ' '", "2:1: error[no-helped-case] the collaboration does not name the case"),
        ("case: KB-000109", "2:7: error[no-helped-case] `KB-000109` is an article, not a case"),
        ("case: KB-000001", "2:7: error[no-helped-case] `KB-000001` is an article, not a case"),
        ("case: CASE-000999", "2:7: error[unknown-related] there is no record `CASE-000999`"),
        (
            "case: COLLAB-000032",
            "2:7: error[unknown-related] `COLLAB-000032` is this record itself",
        ),
        ("case: 417", "2:7: error[wrong-type] `case` is a number, not a text"),
    ],
)
def test_the_helped_case_is_named_and_is_one(case: str, said: str, messages: Messages) -> None:
    files = {"cases/KB-000109.md": ARTICLE}
    example = Example(f"{case}\n{NOTES}", kind="collaboration", files=files)
    [message] = messages(example)
    assert message.startswith(f"COLLAB-000032.md:{said}")


def test_a_case_may_be_named_by_its_former_number(messages: Messages) -> None:
    files = {"cases/CASE-000417.md": "---\naliases:\n  - CASE-000001\nFIELDS\n---\n"}
    assert messages(Example("case: CASE-000001", kind="collaboration", files=files)) == []
