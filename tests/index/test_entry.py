from __future__ import annotations

from pathlib import Path, PurePosixPath

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from kb_builder.index.entry import Card, entries, page_entries
from kb_builder.load import load_content
from kb_builder.model.source import SourceFile


def test_a_record_is_one_entry_with_all_its_texts(tmp_path: Path) -> None:
    write_example(Example(fields="tags: [proxy]\nstatus: Resolved", body="\nMore.\n"), tmp_path)
    (entry,) = entries(load_content(tmp_path))
    assert entry.key == "cases/CASE-000417.md"
    assert entry.card == Card(
        url="cases/CASE-000417/",
        title="Sign-in to Halyard Mail on the web fails with HID50011 after a change of address",
        kind="case",
        path="cases/CASE-000417.md",
        id="CASE-000417",
        product="Halyard Mail",
        status="Resolved",
        root_cause="Identity > Sign-in > Reply address",
        closed="2026-03-06",
        symptom="Signing in to Halyard Mail on the web ends with HID50011: the reply address does "
        "not match. It happens in every browser, for every user of the tenant.",
        resolution="1. Open Halyard Identity, Applications, Halyard Mail. 2. Replace the reply "
        "address by the new web address of the server, and save. 3. Sign in again in a private "
        "window to verify.",
    )
    assert entry.texts["title"] == entry.card.title
    assert entry.texts["body"].strip() == "More."
    assert entry.texts["about"].split("\n") == [
        "CASE-000417",
        "Halyard Mail",
        "Halyard Mail 7.2 on premises",
        "Identity > Sign-in > Reply address",
        "proxy",
        "",
        "Resolved",
    ]


def test_a_withdrawn_record_says_so_and_what_holds_instead(tmp_path: Path) -> None:
    fields = "withdrawn:\n  on: 2026-05-01\n  reason: wrong\n  superseded_by: KB-000108\n"
    write_example(Example(fields=fields), tmp_path)
    (entry,) = entries(load_content(tmp_path))
    assert (entry.card.withdrawn, entry.card.superseded_by) == (True, "KB-000108")


def test_a_change_of_the_file_changes_the_digest(tmp_path: Path) -> None:
    digests = set()
    for body in ("", "x"):
        write_example(Example(body=body), tmp_path)
        digests |= {entry.digest for entry in entries(load_content(tmp_path))}
    assert len(digests) == 2


def page(body: str, location: str = "procedures/case-closure.md") -> SourceFile:
    return SourceFile("p.md", PurePosixPath(location), body=body, digest="d")


def test_each_section_of_a_page_is_an_entry_with_its_anchor() -> None:
    found = list(page_entries(page("# Closing\nIntro.\n## Lower it { #lower }\nB.\n# More\n")))
    assert [(e.key, e.card.url, e.card.title, e.card.symptom) for e in found] == [
        ("procedures/case-closure.md#0000", "procedures/case-closure/", "Closing", "Intro."),
        (
            "procedures/case-closure.md#0001",
            "procedures/case-closure/#lower",
            "Lower it – Closing",
            "B.",
        ),
        ("procedures/case-closure.md#0002", "procedures/case-closure/#more", "More – Closing", ""),
    ]
    assert found[1].texts == {"title": "Lower it", "about": "Closing", "body": "\nB.\n"}


def test_a_page_without_headings_is_found_too() -> None:
    (entry,) = page_entries(page("Only text."))
    assert (entry.card.url, entry.card.title) == ("procedures/case-closure/", "case-closure")
    assert entry.texts["body"] == "Only text."


def test_a_name_that_is_not_utf_8_is_spelt_out() -> None:
    (entry,) = page_entries(page("# Title", "caf\udce9.md"))
    assert (entry.key, entry.card.path) == ("caf\\udce9.md#0000", "caf\\udce9.md")
