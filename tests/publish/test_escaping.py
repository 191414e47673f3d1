"""The theme's templates escape nothing: what records bring must reach them escaped, and once only."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from kb_builder.check import Example
from kb_builder.check.examples import write_example
from tests.publish.test_plugin import mkdocs

TITLE = 'A & B <tenant> "x" &lt; \U0001f600 <script>alert(1)</script>'
FIELDS = f"title: '{TITLE}'\nsymptom: |\n  # `<img onerror=x>` & co\n"


def test_a_title_shows_right_wherever_the_site_has_it(small_site: Path) -> None:
    write_example(Example(FIELDS), small_site / "content")
    (small_site / "content/cases/CASE-000417.md").rename(small_site / 'content/cases/a"><b>.md')
    config = small_site / "mkdocs.yml"
    config.write_text(f"{config.read_text()}\nrepo_url: https://git.example/kb\nedit_uri: edit/\n")
    assert mkdocs("build").returncode == 0
    html = (small_site / "site/cases/CASE-000417/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "<tenant>" not in html
    assert "<img" not in html
    assert "<b>" not in html
    for pattern in (
        r"<title>(.*?) - .*?</title>",
        r'data-md-component="header-topic">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>',
        r"<h1>(.*?)</h1>",
    ):
        assert unescape(_found(pattern, html)) == TITLE
    toc = _found(r'href="#symptom-img-onerror-x-co".*?<span class="md-ellipsis">(.*?)</span>', html)
    assert unescape(toc.strip()) == "<img onerror=x> & co"
    description = _found(r'<meta name="description" content="([^"]*)">', html)
    assert unescape(description) == "<img onerror=x> & co"


def _found(pattern: str, html: str) -> str:
    match = re.search(pattern, html, re.DOTALL)
    assert match, pattern
    return match[1]
