"""A record that attacks its readers, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kb_builder.check import Example
from kb_builder.check.examples import write_example
from tests.browser.conftest import served, visiting

ATTACK = """
<script>alert("script")</script>
<img src="x" onerror="alert('onerror')">
<a href="javascript:alert('link')" id="evil">link</a> [md](javascript:alert('md'))
<svg onload="alert('svg')"><script>alert('in svg')</script></svg>
<iframe src="https://evil.example/"></iframe>
<style>body { background: url(https://evil.example/style) }</style>
<div style="background:url(https://evil.example/div)" onmouseover="alert('over')">div</div>
![remote](https://evil.example/pixel.png) <img srcset="https://evil.example/set.png 2x" src="https://evil.example/i.png">
<form action="https://evil.example/"><input autofocus onfocus="alert('focus')"></form>
<base href="https://evil.example/"> <meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css"> <object data="https://evil.example/"></object>
<details open ontoggle="alert('toggle')"><summary>s</summary></details> [up](../../../../etc/passwd)
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = tmp_path_factory.mktemp("hostile")
    title = '<script>alert("title")</script><img src=x onerror=alert("title2")>'
    block = "\n".join(f"  {line}" for line in ATTACK.strip().splitlines())
    fields = (
        f"title: '{title}'\nsymptom: |\n{block}\nowner: '{title}'\nproduct: '{title}'\n"
        f"root_cause: '{title} > x'\nstatus: '{title}'\ntags: ['{title}']\n"
    )
    write_example(Example(fields, body=ATTACK), project / "content")
    beside = project / "content/cases/CASE-000417"
    beside.mkdir()
    for name in ("page.html", "picture.svg", "script.js"):
        (beside / name).write_text("<script>alert(1)</script>")
    (project / "content/cases/leak.png").symlink_to("/etc/passwd")
    (project / "mkdocs.yml").write_text(
        "site_name: Hostile\ndocs_dir: content\ntheme: {name: material}\nplugins: [kb_builder]\n"
    )
    yield from served(project)


@pytest.mark.parametrize(
    "url", ["", "cases/CASE-000417/", "search/?q=script+alert", "newest/", "products/"]
)
def test_no_script_of_a_record_runs_and_no_request_leaves_the_site(
    browser: Browser, hostile_site: str, url: str
) -> None:
    with visiting(browser, hostile_site) as visit:
        page = visit.go(url)
        page.wait_for_load_state("networkidle")
        page.mouse.move(300, 300)
        page.wait_for_timeout(300)
        assert visit.errors == []
        assert visit.foreign == []
        assert page.url == hostile_site + url


def test_files_that_a_browser_would_run_and_links_out_of_the_folder_are_not_published(
    browser: Browser, hostile_site: str
) -> None:
    names = (
        "CASE-000417/page.html",
        "CASE-000417/picture.svg",
        "CASE-000417/script.js",
        "leak.png",
    )
    with visiting(browser, hostile_site) as visit:
        for name in names:
            answer = visit.page.goto(f"{hostile_site}cases/{name}")
            assert answer and answer.status == 404, name
