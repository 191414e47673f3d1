from __future__ import annotations

import multiprocessing
from pathlib import Path, PurePosixPath

import pytest

from kb_builder.drafting.desk import Desk, DraftError, open_desk
from kb_builder.drafting.draft import Draft
from kb_builder.drafting.filing import file_draft, keep_draft
from kb_builder.drafting.similar import similar, why
from kb_builder.load import find_site

MAIL = PurePosixPath("cases/mail")


def test_the_next_id_is_free(desk: Desk) -> None:
    assert [desk.free_id("case"), desk.free_id("collaboration"), desk.free_id("article")] == [
        "CASE-000456",
        "COLLAB-000079",
        "KB-000159",
    ]


def test_an_id_that_a_record_had_before_is_not_free(desk: Desk) -> None:
    file = Path("content/cases/mail/CASE-000103.md")
    file.write_text(file.read_text().replace("\ntags:", "\naliases:\n  - CASE-000456\ntags:"))
    assert desk.free_id("case") == "CASE-000457"


def test_an_id_that_is_only_mentioned_is_free(desk: Desk) -> None:
    file = Path("content/cases/mail/CASE-000103.md")
    file.write_text(f"{file.read_text()}\nNot to be mixed up with CASE-000456.\n")
    assert desk.free_id("case") == "CASE-000456"


def test_a_record_goes_where_most_of_its_product_are(desk: Desk) -> None:
    assert desk.folder_of("Halyard Mail Desktop") == PurePosixPath("cases/mail-desktop")
    assert desk.folder_of("") == PurePosixPath("cases")


def test_a_product_has_a_folder_of_its_own_unless_it_is_misspelt(example_project: Path) -> None:
    with Path("content/taxonomy/products.yml").open("a") as products:
        products.write("- product: Halyard Fax\n")
    desk = open_desk(find_site())
    assert desk.folder_of("Halyard Fax") == PurePosixPath("cases/halyard-fax")
    assert desk.folder_of("Halyard Fxa") == PurePosixPath("cases")


def test_similar_cases_are_found_by_the_symptom_and_say_why(desk: Desk) -> None:
    hits = similar(desk.index, "451 4.7.0 TLS negotiation failed: chain not trusted (0x800B0109)")
    assert hits[0].card.id in ("CASE-000417", "COLLAB-000032")
    assert "CASE-000417" in [hit.card.id for hit in hits]
    assert {why(hit) for hit in hits if hit.tier == "signature"} <= {"its signature matches"}
    assert all(hit.card.kind != "page" for hit in hits)


def test_a_symptom_that_looks_like_a_filter_narrows_nothing(desk: Desk) -> None:
    assert similar(desk.index, "status:500 TLS negotiation failed closed:now")


def test_what_stands_around_an_error_line_is_not_searched(desk: Desk) -> None:
    symptom = "It fails.\n\nThe log shows:\n\n```text\nTLS negotiation failed\n```"
    words = {word for hit in similar(desk.index, symptom) for word in hit.matched}
    assert {"TLS", "negotiation"} <= words
    assert words.isdisjoint({"log", "shows", "text"})


def test_a_draft_is_filed_under_its_id(desk: Desk, draft: Draft) -> None:
    file = file_draft(draft, desk, MAIL)
    assert file == Path("content/cases/mail/CASE-000456.md")
    assert file.read_text().startswith("---\nid: CASE-000456\nkind: case\ntitle: Sign-in")
    assert [path.name for path in file.parent.glob(".*")] == []


def test_an_id_that_was_taken_meanwhile_is_not_given_twice(desk: Desk, draft: Draft) -> None:
    Path("content/cases/drive/CASE-000456.md").write_text("taken")
    assert file_draft(draft, desk, MAIL).name == "CASE-000457.md"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("CASE-000417", "`CASE-000417` is taken; give another --id, or leave it out"),
        ("../../x", "`../../x` cannot name a file; give another --id"),
        ("", ""),
        ("HD-1", ""),
    ],
)
def test_an_id_may_be_wanted(wanted: str, message: str, desk: Desk, draft: Draft) -> None:
    if not message:
        assert file_draft(draft, desk, MAIL, wanted).stem == (wanted or "CASE-000456")
        return
    with pytest.raises(DraftError) as raised:
        file_draft(draft, desk, MAIL, wanted)
    assert str(raised.value) == message


@pytest.mark.parametrize("folder", ["guide", "cases/../guide", "cases/away"])
def test_nothing_is_filed_outside_the_records(folder: str, desk: Desk, draft: Draft) -> None:
    Path("away").mkdir()
    Path("content/cases/away").symlink_to(Path("away").resolve())
    with pytest.raises(DraftError) as raised:
        file_draft(draft, desk, PurePosixPath(folder))
    assert str(raised.value) == f"content/{folder}: not below content/cases, where records stand"
    assert list(Path("away").iterdir()) == []


def _file(folder: str) -> str:
    desk = open_desk(find_site())
    return file_draft(Draft("case", "CASE-000001"), desk, PurePosixPath("cases", folder)).stem


def test_two_at_once_do_not_get_the_same_id(example_project: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        names = pool.map(_file, ["mail", "drive", "meet", "mail", "desk", "identity"], chunksize=1)
    assert sorted(names) == [f"CASE-{number:06}" for number in range(456, 462)]


def test_drafts_are_kept_beside_each_other_where_no_record_is_looked_for(
    desk: Desk, draft: Draft
) -> None:
    files = [keep_draft(draft, desk), keep_draft(draft, desk)]
    assert files == [Path(".kb/drafts/case-1.md"), Path(".kb/drafts/case-2.md")]
    assert files[0].read_text() == draft.text()


def test_where_no_number_is_left_one_has_to_be_given(desk: Desk) -> None:
    Path("content/cases/mail/CASE-999999.md").touch()
    with pytest.raises(DraftError) as raised:
        desk.free_id("case")
    assert str(raised.value) == "no free id fits the pattern `CASE-\\d{6}`; give --id"
