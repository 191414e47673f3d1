"""Each rule's page links to the step that it enforces, and each step back to its rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from markdown import Markdown  # type: ignore[import-untyped]

from kb_builder.check import Rule, all_rules
from kb_builder.load import load_content
from kb_builder.model.content import Content
from kb_builder.model.settings import Settings
from kb_builder.render.page import Page
from kb_builder.render.rule_pages import PROCEDURES, rule_pages, step_link, with_rules
from tests.render.made import Read, a_content

ROOT = Path(__file__).parents[2]
RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(ROOT / "content")


@pytest.fixture(scope="module")
def pages(content: Content) -> dict[str, Page]:
    return {page.url: page for page in rule_pages(content)}


@pytest.fixture(scope="module")
def procedures(content: Content) -> dict[str, str]:
    """Each procedure's page by its address: as MkDocs renders it, and then with its rules."""
    extensions, options = _markdown_extensions()
    found = {}
    for page in content.pages:
        if page.location.parts[0] == PROCEDURES.rstrip("/"):
            url = f"{page.location.with_suffix('')}/"
            markdown = Markdown(extensions=extensions, extension_configs=options)
            found[url] = with_rules(markdown.convert(page.body), url)
    return found


def _markdown_extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Those of mkdocs.yml, and what MkDocs adds to them."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    names, options = ["toc", "tables", "fenced_code"], {}
    for entry in config["markdown_extensions"]:
        name, given = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        options[name] = given
    return list(dict.fromkeys(names)), options


@RULES
def test_the_page_links_to_the_step_which_is_there(
    rule: Rule, pages: dict[str, Page], procedures: dict[str, str]
) -> None:
    url = f"rules/{rule.name}/"
    targets = [urldefrag(urljoin(f"/{url}", href)) for href in Read.of(pages[url].html).hrefs]
    page, _, anchor = rule.step.partition("#")
    step = f"{PROCEDURES}{page}/"
    assert anchor
    assert (f"/{step}", anchor) in targets
    assert anchor in Read.of(procedures[step]).ids


@RULES
def test_the_step_links_back_to_the_rule(rule: Rule, procedures: dict[str, str]) -> None:
    page, _, anchor = rule.step.partition("#")
    url = f"{PROCEDURES}{page}/"
    steps = _links_by_heading(procedures[url], url)
    assert f"/rules/{rule.name}/" in steps[anchor]
    assert sum(f"/rules/{rule.name}/" in links for links in steps.values()) == 1


def _links_by_heading(html: str, url: str) -> dict[str, list[str]]:
    """Where the links go that stand between each heading and the next."""
    found: dict[str, list[str]] = {}
    heading = ""
    for tag, attributes in Read.of(html).tags:
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            heading = attributes["id"]
        elif tag == "a":
            target = urljoin(f"/{url}", attributes["href"])
            found.setdefault(heading, []).append(target)
    return found


@RULES
def test_the_page_shows_what_the_rule_says(rule: Rule, pages: dict[str, Page]) -> None:
    page = pages[f"rules/{rule.name}/"]
    text = Read.of(page.html).text
    assert rule.name in text
    assert rule.expected in text
    assert page.title == rule.name
    assert "`" not in page.description


def test_the_index_links_every_rule_by_theme_and_by_step(pages: dict[str, Page]) -> None:
    hrefs = Read.of(pages["rules/"].html).hrefs
    for rule in all_rules():
        assert hrefs.count(f"../rules/{rule.name}/") == 2


def test_the_index_has_the_steps_in_the_order_of_the_procedure(
    pages: dict[str, Page], content: Content
) -> None:
    steps = [href[3:] for href in Read.of(pages["rules/"].html).hrefs if PROCEDURES in href]
    order = [
        f"{url}#{anchor}" for url in content.page_anchors for anchor in content.page_anchors[url]
    ]
    assert steps == [step for step in order if step in steps]


def test_a_site_without_the_procedure_has_pages_without_links_to_it() -> None:
    content = a_content()
    assert step_link(all_rules()[0], content) is None
    for page in rule_pages(content):
        assert not [href for href in Read.of(page.html).hrefs if PROCEDURES in href]


def test_the_severity_is_the_one_that_the_site_sets() -> None:
    rule = all_rules()[0]
    content = a_content(settings=Settings(rules={rule.name: "hint"}))
    page = next(page for page in rule_pages(content) if page.url == f"rules/{rule.name}/")
    assert '<span class="kb-badge kb-badge--hint">hint</span>' in page.html


def test_rules_are_named_at_the_end_of_their_step() -> None:
    rule = next(rule for rule in all_rules() if rule.name == "severity-a-at-closure")
    page, _, anchor = rule.step.partition("#")
    html = f'<h2 id="{anchor}">Lower</h2>\n<p>a</p>\n<h2 id="other">Next</h2>'
    others = [r for r in all_rules() if r.step == rule.step]
    links = ", ".join(f'<a href="../../rules/{r.name}/"><code>{r.name}</code></a>' for r in others)
    assert with_rules(html, f"{PROCEDURES}{page}/") == (
        f'<h2 id="{anchor}">Lower</h2>\n<p>a</p>\n'
        f'<p class="kb-checked-by">Checked by {links}</p><h2 id="other">Next</h2>'
    )


def test_a_page_without_headings_stays_as_it_is() -> None:
    assert with_rules("<p>a</p>", f"{PROCEDURES}case-closure/") == "<p>a</p>"


@RULES
def test_the_page_says_how_the_rule_is_silenced_and_whether_kb_fix_mends_it(
    rule: Rule, pages: dict[str, Page]
) -> None:
    text = Read.of(pages[f"rules/{rule.name}/"].html).text
    assert ("kb fix mends it" in text) == rule.fixable
    if rule.check_record:
        assert f"# kb: ignore[{rule.name}] why it does not hold here" in text


def test_a_rule_of_files_that_cannot_be_read_is_not_silenced(pages: dict[str, Page]) -> None:
    assert "kb: ignore" not in pages["rules/no-front-matter/"].html
    assert "ignore[useless-silence]" not in pages["rules/useless-silence/"].html


def test_an_example_shows_its_settings_its_files_and_its_links(pages: dict[str, Page]) -> None:
    large = Read.of(pages["rules/file-too-large/"].html).text
    assert "mkdocs.yml" in large
    assert "largest_record_bytes: 2000" in large
    assert "fields-out-of-order" not in large
    outside = Read.of(pages["rules/outside-content/"].html).text
    assert "cases/CASE-000418.md, a link to ../../handover/CASE-000418.md" in outside
    twice = Read.of(pages["rules/duplicate-id/"].html).text
    assert "cases/mail/CASE-000417.md" in twice
