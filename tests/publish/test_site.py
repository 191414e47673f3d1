"""Building the site beside the old one, and putting it in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kb_builder.build import build
from kb_builder.check import Example
from kb_builder.check.examples import write_example
from kb_builder.load import find_site
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.publish.site import PublishError, one_build_at_a_time


def test_errors_stop_a_build_before_publishing_and_leave_the_old_site(small_site: Path) -> None:
    assert build(find_site()).published
    before = (small_site / "site/index.html").read_text()
    write_example(Example("severity: A"), small_site / "content")
    built = build(find_site())
    assert not built.published
    assert [str(found) for found in built.prepared.errors] == [
        "content/cases/CASE-000417.md:2:11: error[severity-a-at-closure] the case is closed at "
        "severity `A`\n  help: lower the case to `B` in Service Desk, save it, and write "
        "`severity: B`"
    ]
    assert (small_site / "site/index.html").read_text() == before


def test_keep_going_publishes_every_record_that_loads(small_site: Path) -> None:
    (small_site / "content/cases/CASE-000001.md").write_text("no front matter")
    (small_site / "content/cases/CASE-000002.md").write_bytes(b"---\nid: \xff\n---\n")
    built = build(find_site(), keep_going=True)
    assert built.published
    assert [source.path for source in built.prepared.content.broken] == [
        "content/cases/CASE-000001.md",
        "content/cases/CASE-000002.md",
    ]
    assert sorted(path.name for path in (small_site / "site/cases").iterdir()) == ["CASE-000417"]


def test_a_warning_does_not_stop_a_build(small_site: Path) -> None:
    config = small_site / "mkdocs.yml"
    config.write_text(
        config.read_text().replace(
            "- kb_builder", "- kb_builder: {rules: {severity-a-at-closure: warning}}"
        )
    )
    write_example(Example("severity: A"), small_site / "content")
    built = build(find_site())
    assert built.published
    assert [_brief(found) for found in built.prepared.diagnostics] == [
        "warning severity-a-at-closure",
        "hint fields-out-of-order",
    ]


def test_two_records_of_one_id_have_a_page_each(small_site: Path) -> None:
    first = (small_site / "content/cases/CASE-000417.md").read_text()
    (small_site / "content/cases/copy.md").write_text(first)
    build(find_site(), keep_going=True)
    names = sorted(path.name for path in (small_site / "site/cases").iterdir())
    assert names == ["CASE-000417", "CASE-000417-2"]


def test_a_build_that_fails_leaves_the_old_site_and_nothing_beside_it(small_site: Path) -> None:
    build(find_site())
    with (small_site / "mkdocs.yml").open("a") as file:
        file.write("nav: 17\n")
    with pytest.raises(PublishError, match="nav"):
        build(find_site())
    assert (small_site / "site/index.html").is_file()
    assert sorted(path.name for path in small_site.iterdir()) == [
        ".kb",
        "content",
        "mkdocs.yml",
        "site",
    ]


def test_what_an_earlier_build_left_when_it_was_killed_is_cleared_away(small_site: Path) -> None:
    (small_site / "site.new").mkdir()
    (small_site / "site.new/half.html").write_text("half")
    build(find_site())
    assert not (small_site / "site.new").exists()
    assert not (small_site / "site/half.html").exists()


def test_a_site_without_the_plugin_is_told_how_to_add_it(small_site: Path) -> None:
    config = small_site / "mkdocs.yml"
    config.write_text(config.read_text().replace("plugins:\n  - kb_builder\n", ""))
    with pytest.raises(PublishError) as raised:
        build(find_site())
    assert str(raised.value) == "mkdocs.yml: add the plugin:\n\nplugins:\n  - kb_builder"


def test_two_builds_at_once_both_end_well(small_site: Path) -> None:
    command = [sys.executable, "-c", "from kb_builder.cli.main import main; main()", "build"]
    builds = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    assert [build.communicate()[0] for build in builds if build.wait() != 0] == []
    assert (small_site / "site/cases/CASE-000417/index.html").is_file()


def test_a_build_that_waits_too_long_for_another_says_so(small_site: Path) -> None:
    site = find_site()
    with (
        one_build_at_a_time(site),
        pytest.raises(PublishError) as raised,
        one_build_at_a_time(site, wait_seconds=0.1),
    ):
        pass
    assert str(raised.value) == (
        "site: another build has been running for 0.1 s; wait for it to end"
    )


def test_a_site_that_a_killed_build_had_moved_aside_is_put_back(small_site: Path) -> None:
    build(find_site())
    (small_site / "site").rename(small_site / "site.old")
    with (small_site / "mkdocs.yml").open("a") as file:
        file.write("nav: 17\n")
    with pytest.raises(PublishError):
        build(find_site())
    assert (small_site / "site/index.html").is_file()


def _brief(found: Diagnostic) -> str:
    return f"{found.severity} {found.rule}"
