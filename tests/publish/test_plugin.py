"""Plain MkDocs with the plugin: what it builds, and what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import write_example


def mkdocs(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs here, as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments], capture_output=True, text=True, check=False
    )


def test_plain_mkdocs_builds_the_example_site_without_a_warning(example_project: Path) -> None:
    done = mkdocs("build", "--strict", "--quiet")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    for page in (
        "index.html",
        "search/index.html",
        "cases/CASE-000417/index.html",
        "cases/mail/CASE-000417/certificate-dialog.png",
        "procedures/case-closure/index.html",
        "products/halyard-mail/index.html",
        "root-causes/identity/sign-in/token-cache/index.html",
        "newest/index.html",
        "rules/notes-elsewhere/index.html",
        "fields/index.html",
        "assets/kb-index/manifest.json",
    ):
        assert (example_project / "site" / page).is_file(), page
    assert not (example_project / "site/taxonomy").exists()
    assert not list((example_project / "site").rglob("*.md"))


def test_a_bad_record_is_a_warning_and_is_published(small_site: Path) -> None:
    write_example(Example("severity: A"), small_site / "content")
    done = mkdocs("build")
    assert (
        "content/cases/CASE-000417.md:2:11: error[severity-a-at-closure] the case is closed at "
        "severity `A`" in done.stderr
    )
    assert done.returncode == 0
    page = (small_site / "site/cases/CASE-000417/index.html").read_text()
    assert "kb-findings" not in page


def test_a_record_steers_no_build_and_its_private_values_stay_out_of_the_log(
    small_site: Path,
) -> None:
    product = 'product: "##vso[task.complete]ida@northgate-freight.com"'
    write_example(Example(product), small_site / "content")
    told = mkdocs("build").stderr
    assert "there is no product `##vso\\x5btask.complete]…`" in told
    assert "northgate" not in told


def test_a_bad_record_stops_a_strict_build(small_site: Path) -> None:
    write_example(Example("severity: A"), small_site / "content")
    assert mkdocs("build", "--strict").returncode == 1


def test_a_site_without_procedures_is_built(small_site: Path) -> None:
    done = mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    rule = (small_site / "site/rules/severity-a-at-closure/index.html").read_text()
    assert "It checks a step" not in rule


def test_a_home_page_and_a_navigation_of_the_sites_own_are_kept(small_site: Path) -> None:
    (small_site / "content/index.md").write_text("# Our own home\n")
    with (small_site / "mkdocs.yml").open("a") as file:
        file.write("nav:\n  - Start: index.md\n  - Causes: root-causes/index.md\n")
    done = mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    home = (small_site / "site/index.html").read_text()
    assert "Our own home" in home
    assert "Causes" in home
    assert "What is the customer seeing?" not in home


def test_a_link_out_of_the_content_folder_is_not_published_wherever_it_stands(
    small_site: Path,
) -> None:
    (small_site / "secret").mkdir()
    (small_site / "secret/plan.png").write_bytes(b"secret")
    (small_site / "content/guide").mkdir()
    (small_site / "content/guide/page.md").write_text("# A page\n")
    (small_site / "content/guide/picture.png").write_bytes(b"ours")
    (small_site / "content/guide/plan.png").symlink_to(small_site / "secret/plan.png")
    (small_site / "content/linked").symlink_to(small_site / "secret")
    done = mkdocs("build")
    assert done.returncode == 0, done.stderr
    published = small_site / "site"
    assert (published / "guide/picture.png").is_file()
    assert not list(published.rglob("plan.png"))
    assert "content/guide/plan.png:1:1: error[outside-content]" in done.stderr


def test_a_page_of_the_sites_own_takes_the_place_of_a_generated_one(small_site: Path) -> None:
    (small_site / "content/newest.md").write_text("# Our own list\n")
    done = mkdocs("build")
    assert done.returncode == 0, done.stderr
    newest = (small_site / "site/newest/index.html").read_text()
    assert "Our own list" in newest
    assert "kb-list" not in newest


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{titel_length: 5}", "unknown setting `titel_length`; did you mean `title_length`?"),
        ("{title_length: many}", "`title_length` is 'many', not a whole number of at least 0"),
        (
            "{rules: {severity-a-at-closing: off}}",
            "the settings name a rule `severity-a-at-closing`, which does not exist; "
            "did you mean `severity-a-at-closure`?",
        ),
    ],
)
def test_a_wrong_setting_stops_the_build_with_its_name(
    small_site: Path, options: str, message: str
) -> None:
    config = small_site / "mkdocs.yml"
    config.write_text(config.read_text().replace("- kb_builder", f"- kb_builder: {options}"))
    done = mkdocs("build")
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_no_page_names_another_host_for_a_font_style_script_or_picture(small_site: Path) -> None:
    mkdocs("build", "--quiet")
    for page in (small_site / "site").rglob("*.html"):
        text = page.read_text()
        assert "fonts.googleapis.com" not in text, page
        assert 'src="http' not in text, page
        assert 'rel="stylesheet" href="http' not in text, page
