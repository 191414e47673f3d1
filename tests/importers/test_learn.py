"""Whole articles to whole records, and what stands in the report."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from kb_builder.importers.report import report_lines
from kb_builder.load import load_content
from tests.importers.made import article, run

ARTICLE = """\
---
title: Can't open shared drafts
description: Resolves an issue in which shared drafts don't open.
ms.author: someone
ms.custom:
  - sap:Drafts\\Sharing\\
  - sap:Sign-in
  - Halyard Web
  - CI 12345
appliesto:
  - Halyard Mail 12
  - "Halyard Web "
ms.date: 01/24/2024
---

# "Draft is locked" error when you open a shared `draft`

_Original KB number:_ &nbsp; 4711

## Symptoms

You open a draft, and see: \x20
Draft is locked.

## Cause

The lock isn't released.

## Resolution

> [!note] Close the draft first.

1. Run the cmdlet:

   ```powershell
   # Cause
   Unlock-Draft [x](y.md)
   ```

2. See [Locks](/halyard/locks) and [the other article](../other/second.md#cause).

## More information

None.
"""

RECORD = """\
---
id: KB-000001
kind: article
title: '"Draft is locked" error when you open a shared draft'
product: Halyard Mail 12
environment:
  - Halyard Web
symptom: |
  You open a draft, and see:\\
  Draft is locked.
cause: |
  The lock isn't released.
resolution: |
  > [!NOTE]
  > Close the draft first.

  1. Run the cmdlet:

     ```powershell
     # Cause
     Unlock-Draft [x](y.md)
     ```

  2. See [Locks](https://learn.microsoft.com/halyard/locks) and [the other article](../other/KB-000002.md).
root_cause: Drafts > Sharing
tags:
  - Sign-in
  - Halyard Web
source: mail/first
---

**Can't open shared drafts**

Resolves an issue in which shared drafts don't open.

_Original KB number:_ &nbsp; 4711

## More information

None.

_Date of the article:_ 2024-01-24
"""


def test_an_article_becomes_a_record_with_its_sections_as_fields(tmp_path: Path) -> None:
    report, content = run(tmp_path, mail__first=ARTICLE, other__second=article("# Second"))
    assert (content / "cases/mail/KB-000001.md").read_text() == RECORD
    assert list(report_lines(report)) == [
        "mail/first.md:4: front-matter-field-dropped: `ms.author`, in 1 article",
        "mail/first.md:5: front-matter-field-dropped: the entries of `ms.custom` for office use, in 1 article",
        "mail/first.md:40: link-anchor-dropped: `../other/second.md#cause`",
        "other/second.md:1: missing-root-cause: no `sap:` path in `ms.custom`",
        "other/second.md:2: missing-cause: no section for the cause was found",
        "other/second.md:2: missing-resolution: no section for the resolution was found",
        "other/second.md:2: missing-symptom: no section for the symptom was found",
    ]
    assert (report.written, report.unchanged, report.skipped) == (2, 0, ())
    assert (content / "taxonomy/root-causes.yml").read_text() == dedent("""\
        - topic: Drafts
          topics:
            - topic: Sharing
        """)
    assert (content / "taxonomy/products.yml").read_text() == (
        "- product: Halyard Mail\n- product: Halyard Mail 12\n"
    )
    assert (content / "taxonomy/statuses.yml").read_text() == "- status: Resolved\n"


def test_a_second_run_changes_nothing_and_a_new_article_gets_the_next_number(
    tmp_path: Path,
) -> None:
    run(tmp_path, b=article("# B"))
    (tmp_path / "content/cases/CASE-000007.md").write_text("---\nid: CASE-000007\n---\n")
    report, content = run(tmp_path, a=article("# A"))
    assert (report.written, report.unchanged) == (1, 1)
    before = {file: file.read_bytes() for file in content.rglob("*.*")}
    report, _ = run(tmp_path)
    assert (report.written, report.unchanged) == (0, 2)
    assert {file: file.read_bytes() for file in content.rglob("*.*")} == before
    assert [(record.id, record.source) for record in load_content(content).records] == [
        ("CASE-000007", ""),
        ("KB-000001", "b"),
        ("KB-000002", "a"),
    ]


def test_a_record_that_was_moved_and_completed_keeps_its_place_and_what_was_added(
    tmp_path: Path,
) -> None:
    _, content = run(tmp_path, a=article("# A"))
    old, new = content / "cases/KB-000001.md", content / "cases/moved/mine.md"
    new.parent.mkdir()
    new.write_text(old.read_text().replace("source:", "review_by: 2027-01-31\nsource:"))
    old.unlink()
    report, _ = run(tmp_path, a=article("# A", "", "## Cause", "", "A loose wire."))
    assert report.written == 1
    assert not old.exists()
    record = load_content(content).records[0]
    assert (record.id, record.cause, str(record.review_by)) == (
        "KB-000001",
        "A loose wire.\n",
        "2027-01-31",
    )


def test_the_lists_that_are_there_keep_their_order_and_descriptions(tmp_path: Path) -> None:
    taxonomy = tmp_path / "content/taxonomy"
    taxonomy.mkdir(parents=True)
    (taxonomy / "products.yml").write_text("- product: Zebra\n  description: Old.\n# mine\n")
    (taxonomy / "root-causes.yml").write_text("topics: {}\n")
    (taxonomy / "statuses.yml").write_text("- status: Done\n")
    report, _ = run(
        tmp_path, a=article("# A", fields="title: A\nappliesto: [zebra, B]\nms.custom: sap:X")
    )
    assert (
        taxonomy / "products.yml"
    ).read_text() == "- product: Zebra\n  description: Old.\n# mine\n"
    assert (taxonomy / "statuses.yml").read_text() == "- status: Done\n"
    assert (taxonomy / "root-causes.yml").read_text() == "topics: {}\n"
    assert [str(loss.message) for loss in report.losses if loss.what == "taxonomy-file"] == [
        "is no list that can be read, and is left as it is"
    ]


def test_paths_and_products_that_differ_in_case_and_blanks_are_one(tmp_path: Path) -> None:
    fields = "title: A\nappliesto:\n  - {}\nms.custom:\n  - sap:{}"
    _, content = run(
        tmp_path,
        a=article("# A", fields=fields.format("Halyard  mail", "Mail flow\\Queue")),
        b=article("# B", fields=fields.format("Halyard Mail", "Mail Flow\\Queue")),
        c=article("# C", fields=fields.format("'Halyard Mail '", "Mail Flow\\queue > old")),
    )
    records = load_content(content).records
    assert {record.product for record in records} == {"Halyard Mail"}
    assert [record.root_cause for record in records] == [
        "Mail Flow > Queue",
        "Mail Flow > Queue",
        "Mail Flow > queue / old",
    ]


def test_without_products_the_folder_names_one(tmp_path: Path) -> None:
    report, content = run(tmp_path, HalyardforBusiness__a=article("# A", fields="title: A"))
    assert load_content(content).records[0].product == "Halyard for Business"
    assert report.counts()["missing-applies-to"] == 1


def test_a_heading_that_is_too_long_for_a_title_stands_in_the_body(tmp_path: Path) -> None:
    heading = "word " * 30
    _, content = run(tmp_path, a=article(f"# {heading}"))
    record = load_content(content).records[0]
    assert record.title == "A title"
    assert record.body == f"\n**{heading.strip()}**\n"


def test_pictures_are_copied_beside_the_record_and_those_missing_leave_their_text(
    tmp_path: Path,
) -> None:
    (tmp_path / "src/media").mkdir(parents=True)
    (tmp_path / "src/media/a b.png").write_bytes(b"png")
    report, content = run(
        tmp_path,
        a=article(
            "# A title",
            ':::image type="content" source="media/a b.png" alt-text="The one.":::',
            "![The *other*](media/none.png)",
            ':::image type="icon" source="../secret.png":::',
        ),
    )
    assert load_content(content).records[0].body == (
        "\n![The one.](KB-000001/a%20b.png)\n*The \\*other\\**\n"
    )
    assert (content / "cases/KB-000001/a b.png").read_bytes() == b"png"
    assert [line for line in report_lines(report) if "picture" in line] == [
        "a.md:8: picture-missing: `media/none.png`",
        "a.md:9: picture-missing: `../secret.png`",
    ]
