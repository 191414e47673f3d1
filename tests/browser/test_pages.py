"""Every kind of page, in both colour schemes and at both widths: accessible, quiet, self-contained."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, serious_violations, visiting

PAGES = {
    "home": "",
    "record": "cases/CASE-000417/",
    "record with a log and a table": "cases/CASE-000128/",
    "record withdrawn": "cases/CASE-000183/",
    "article with tasks": "cases/KB-000121/",
    "search": "search/?q=451+4.7.0+Temporary+server+error+PRX5",
    "procedure": "procedures/case-closure/",
    "other procedure": "procedures/collaboration-closure/",
    "root causes": "root-causes/",
    "topic": "root-causes/identity/sign-in/",
    "products": "products/",
    "newest": "newest/",
    "rules": "rules/",
    "rule": "rules/notes-elsewhere/",
    "fields": "fields/",
    "form": "write/",
    "guide to search": "guide/search/",
    "guide to writing": "guide/write-a-record/",
    "guide to publishing": "guide/publish/",
}


@pytest.mark.parametrize("width", [1280, 390], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", PAGES.values(), ids=PAGES.keys())
def test_a_page_has_no_serious_violation_no_error_and_no_request_to_another_host(
    browser: Browser, example_site: str, url: str, scheme: str, width: int
) -> None:
    with visiting(browser, example_site, scheme=scheme, width=width) as visit:
        page = visit.go(url)
        page.wait_for_load_state("networkidle")
        assert "\n\n".join(serious_violations(page)) == ""
        assert visit.errors == []
        assert visit.foreign == []
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"the page is {wider} px wider than its window"


def test_a_record_shows_at_the_top_what_an_agent_needs_in_order(visit: Visit) -> None:
    page = visit.go("cases/CASE-000417/")
    top = page.locator("article :is(h1, .kb-facts > *, h2)").all_inner_texts()
    assert top == [
        "Outbound mail from Halyard Mail to one partner deferred with 451 4.7.0 after a certificate change",
        "CASE-000417",
        "Case",
        "Halyard Mail",
        "Resolved",
        "Symptom",
        "Cause",
        "Resolution",
        "Workaround",
        "Details",
        "About this record",
        "Related",
    ]


def test_the_root_cause_of_a_record_leads_to_all_cases_under_each_of_its_topics(
    visit: Visit,
) -> None:
    page = visit.go("cases/CASE-000433/")
    path = page.locator("dd.kb-path a")
    assert path.all_inner_texts()[0] == "Identity"
    path.nth(1).click()
    assert page.locator("h1").inner_text() == "Sign-in"
    assert page.locator("a[href$='CASE-000433/']").count() == 1


def test_code_is_copied_by_its_button(visit: Visit) -> None:
    page = visit.go("cases/CASE-000128/")
    page.locator(".highlight").first.hover()
    page.locator(
        "button[data-clipboard-target], button.md-code__button, button.md-clipboard"
    ).first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == page.locator(".highlight code").first.inner_text().strip()


def test_a_withdrawn_record_says_so_and_leads_to_its_successor(visit: Visit) -> None:
    page = visit.go("cases/CASE-000183/")
    notice = page.locator(".kb-withdrawn")
    assert notice.locator(".admonition-title").inner_text() == "Withdrawn on 2025-09-12"
    notice.locator("a").click()
    assert page.url.endswith("/kb/cases/CASE-000209/")


def test_a_record_has_an_edit_link_to_its_file(visit: Visit) -> None:
    page = visit.go("cases/CASE-000417/")
    link = page.locator("a.md-content__button[rel=edit]").get_attribute("href")
    assert (
        link == "https://git.halyard.example/support/kb/edit/main/content/cases/mail/CASE-000417.md"
    )


def test_a_step_of_the_procedure_names_its_rules_and_their_pages_lead_back_to_it(
    visit: Visit,
) -> None:
    page = visit.go("procedures/case-closure/")
    page.locator(".kb-checked-by a", has_text="severity-a-at-closure").click()
    assert page.url.endswith("/kb/rules/severity-a-at-closure/")
    page.locator("a[href$='#lower-severity']").click()
    assert page.url.endswith("/kb/procedures/case-closure/#lower-severity")
    assert page.locator("#lower-severity").is_visible()


def test_a_record_is_printed_without_what_only_a_screen_needs(visit: Visit) -> None:
    page = visit.go("cases/CASE-000417/")
    page.emulate_media(media="print")
    assert page.locator("h2#resolution").is_visible()
    for hidden in (".md-header", ".md-sidebar--secondary", ".md-tabs", ".md-content__button"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_the_colour_scheme_is_kept_from_page_to_page(visit: Visit) -> None:
    page = visit.go("")
    page.locator("label[for=__palette_1]").click()
    page.goto(visit.base + "search/")
    scheme = page.evaluate("document.body.dataset.mdColorScheme")
    assert scheme == "slate", json.dumps(scheme)
