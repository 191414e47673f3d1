"""Whole articles to whole records, and what stands in the report."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from kb_builder.importers.learn import import_learn
from kb_builder.importers.report import ImportReport, report_lines
from kb_builder.load import load_content

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


def article(*lines: str, fields: str = "title: A title\nappliesto:\n  - Halyard Mail") -> str:
    return "\n".join(["---", fields, "---", *lines, ""])


def run(tmp_path: Path, **files: str) -> tuple[ImportReport, Path]:
    for name, text in files.items():
        file = tmp_path / "src" / name.replace("__", "/")
        file = file.with_name(f"{file.name}.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return import_learn(tmp_path / "src", tmp_path / "content"), tmp_path / "content"


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


@pytest.mark.parametrize(
    ("text", "loss"),
    [
        ("# No front matter\n", "x.md:1: not-an-article: no front matter"),
        ("---\na: b\n", "x.md:1: not-an-article: front matter is opened and not closed"),
    ],
)
def test_a_file_that_is_no_article_is_skipped_with_its_reason(
    text: str, loss: str, tmp_path: Path
) -> None:
    report, content = run(tmp_path, x=text)
    assert list(report_lines(report)) == [loss]
    assert report.skipped == ("x.md",)
    assert not (content / "cases").exists()


def test_front_matter_that_is_no_yaml_is_read_line_by_line(tmp_path: Path) -> None:
    fields = "title: Error: no draft\nappliesto:\n- 'Halyard Mail'\nms.custom: sap:Mail Flow"
    report, content = run(
        tmp_path, x=f"\ufeff{article('# H', fields=fields)}".replace("\n", "\r\n")
    )
    record = load_content(content).records[0]
    assert (record.title, record.product, record.root_cause) == ("H", "Halyard Mail", "Mail Flow")
    assert "**Error: no draft**" in record.body
    assert next(report_lines(report)) == (
        "x.md:2: front-matter-broken: YAML: mapping values are not allowed in this context"
    )


def test_an_article_without_a_title_is_called_by_its_file(tmp_path: Path) -> None:
    report, content = run(
        tmp_path, includes__old_module_note="---\nms.topic: include\n---\n\nThe module is old.\n"
    )
    record = load_content(content).records[0]
    assert (record.title, record.source) == ("Old module note", "includes/old_module_note")
    assert next(loss for loss in report.losses if loss.what == "missing-title").message == (
        "the front matter has no `title`; the file's name gives `Old module note`"
    )


def test_what_is_not_utf8_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/x.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    report, _ = run(tmp_path)
    assert list(report_lines(report)) == ["x.md:2: unreadable-file: byte 0xE9 is not UTF-8"]


def test_nothing_is_read_or_written_through_links_that_lead_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(article("# Secret"))
    (tmp_path / "src").mkdir()
    (tmp_path / "src/link.md").symlink_to(outside / "secret.md")
    (tmp_path / "content/cases").mkdir(parents=True)
    (tmp_path / "content/cases/mail").symlink_to(outside)
    report, _ = run(tmp_path, mail__a=article("# A"))
    assert sorted(file.name for file in outside.iterdir()) == ["secret.md"]
    assert "link.md:1: not-an-article: a link that leads out of the folder" in report_lines(report)
    assert "mail/a.md:1: not-written: `cases/mail/KB-000001.md` leads out of the folder" in (
        report_lines(report)
    )
    assert report.written == 0


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
