"""Articles on neighbouring issues, for the examples of rules that judge records together."""

from __future__ import annotations


def _article(number: int, title: str, symptom: str, cause: str, resolution: str) -> str:
    return f"""\
---
id: KB-{number:06}
kind: article
title: {title}
product: Halyard Mail
environment:
  - Halyard Mail 7.2 on premises
symptom: |
  {symptom}
cause: |
  {cause}
resolution: |
  {resolution}
root_cause: Identity > Sign-in > Token cache
---
"""


NEIGHBOURS = {
    "cases/KB-000021.md": _article(
        21,
        "Sign-in failed in Halyard Mail on the web once the password of a user is older than a year",
        "Halyard Mail on the web shows `Sign-in failed` to one user, and `HID50055` in the log.",
        "The password had expired, and the page that asks for a new one was blocked by the proxy.",
        "Let the proxy pass `/password/renew`, and have the password renewed at the next sign-in.",
    ),
    "cases/KB-000022.md": _article(
        22,
        "Sign-in failed in Halyard Mail on the web while the clock of the computer is slow",
        "Halyard Mail on the web shows `Sign-in failed` to each user of a computer, with `HID70043`.",
        "Tokens are refused as not yet valid where the clock is more than five minutes behind.",
        "Run `w32tm /resync`, and set the time server in the group policy of the computers.",
    ),
    "cases/KB-000023.md": _article(
        23,
        "Sign-in failed in Halyard Mail on the web with a smart card of the new batch",
        "Halyard Mail on the web shows `Sign-in failed` when a user takes a card, with `HID60112`.",
        "The issuing authority of the batch was missing from the list of those that are trusted.",
        "Add the authority under **Certificates**, **Trusted issuers**, and restart the gateway.",
    ),
}
