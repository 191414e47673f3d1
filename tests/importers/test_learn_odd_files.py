"""Files that are no articles, or not whole, or lead elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.importers.report import report_lines
from kb_builder.load import load_content
from tests.importers.made import article, run


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
