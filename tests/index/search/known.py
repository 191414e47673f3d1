"""The entries that most searches are made in, and what is read from an answer."""

from __future__ import annotations

from pathlib import Path

from kb_builder.index import Entry, Hits
from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.conftest import make_entry

SYNONYMS = (
    ("NDR", "non-delivery report", "bounce message"),
    ("mail client", "HALYARDMAIL.EXE"),
    ("2FA", "second factor"),
)

ENTRIES = [
    make_entry(
        "calendar",
        product="Mail",
        title="Calendar shows meetings an hour early",
        status="Resolved",
        root_cause="Platform > Clock",
        closed="2025-12-30",
        body="The token was fine, and so was the cache.",
    ),
    make_entry(
        "delivery",
        product="Mail",
        title="Senders get a non-delivery report 5.7.1",
        status="Resolved",
        root_cause="Mail > Transport > Connector",
        closed="2026-01-31",
        symptom="Mail of partners bounces with 550 5.7.1 Unable to relay.",
    ),
    make_entry(
        "printer",
        product="Print",
        kind="article",
        title="Printer offline after an update",
        status="Workaround",
        root_cause="Platform > Driver",
        closed="2026-02-01",
        symptom="The spooler stops with 0x80070005 on the server EX16-MBX02 at 10.0.0.5.",
        codes="0x80070005",
    ),
    make_entry(
        "sign-in",
        product="Identity",
        title="Sign-in fails with AADSTS50011",
        status="Resolved",
        root_cause="Identity > Sign-in > Reply address",
        closed="2026-02-10",
        symptom="Every browser shows AADSTS50011: the reply address does not match.",
        codes="AADSTS50011 AADSTS50011",
        signatures=("reply addres+ [0-9]+ rejected",),
    ),
    make_entry(
        "token",
        product="Identity",
        title="Token cache grows without bound",
        status="Resolved",
        root_cause="Identity > Tokens",
        closed="2026-03-01",
        resolution="Clear the second factor and restart HALYARDMAIL.EXE 16.0.1234.5.",
    ),
]


def made_of(folder: Path, *entries: Entry) -> WhooshIndex:
    index = WhooshIndex(folder, SYNONYMS)
    index.update(entries)
    return index


def paths(hits: Hits) -> list[str]:
    return [hit.card.path for hit in hits.hits]


def tiers(hits: Hits) -> dict[str, str]:
    return {hit.card.path: hit.tier for hit in hits.hits}
