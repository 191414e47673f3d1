"""What is found, and what is said of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit
from tests.browser.search.page import SHOWN, notes, results, status


def test_a_pasted_error_finds_its_case_and_tells_what_matched_and_what_nothing_has(
    visit: Visit,
) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill(
        "Since 09:17:33 mail to our partner zzyzx hangs: 451 4.7.0 TLS negotiation failed"
    )
    assert results(page)[0].startswith("Outbound mail from Halyard Mail to one partner deferred")
    first = page.locator(".kb-result").first
    assert first.locator("mark", has_text="451").count() == 1
    assert "451, 4.7.0" in first.locator(".kb-result__matched").inner_text()
    assert "CASE-000417" in first.locator(".kb-list__facts").inner_text()
    expect(status(page)).to_contain_text("In no record: zzyzx.")
    expect(notes(page)).to_contain_text("Ignored: 09:17:33 (differ from case to case).")


def test_the_words_that_a_hit_lacks_are_named(visit: Visit) -> None:
    page = visit.go("search/?q=HBK-2801+certificate")
    results(page)
    matched = page.locator(SHOWN).first.locator(".kb-result__matched")
    expect(matched).to_contain_text("Matched: HBK-2801")
    expect(matched).to_contain_text("Missing: certificate")


def test_a_hit_by_its_signature_says_so(visit: Visit) -> None:
    page = visit.go("search/?q=HDK-5104:+Data+source+sales+failed:+ORA-12154")
    results(page)
    first = page.locator(SHOWN).first
    expect(first).to_contain_text("CASE-000175")
    expect(first.locator(".kb-badge")).to_have_text("Matches its signature")
    expect(page.locator(".kb-badge--signature")).to_have_count(1)


def test_the_count_the_best_hit_and_an_unknown_code_are_read_aloud(visit: Visit) -> None:
    page = visit.go("search/?q=free+space+of+the+repository+AADSTS99999")
    best = results(page)[0]
    live = page.get_by_role("status")
    expect(live).to_contain_text("found.")
    expect(live).to_contain_text(f"Best of them: {best}.")
    expect(live).to_contain_text("No record has the code AADSTS99999.")
    expect(live).not_to_contain_text("In no record")


def test_a_misspelt_word_is_searched_as_it_was_meant_and_the_page_says_so(visit: Visit) -> None:
    page = visit.go("search/?q=certficate+of+the+partner")
    results(page)
    expect(notes(page)).to_contain_text("Searched certificate for certficate.")
    notes(page).get_by_role("button", name="Correct the text").click()
    expect(page.locator("#kb-query")).to_have_value("certificate of the partner")
    expect(notes(page)).to_be_hidden()
    expect(page).to_have_url(visit.base + "search/?q=certificate+of+the+partner")


def test_the_resolution_of_a_hit_folds_out_in_place_and_stays_so(visit: Visit) -> None:
    page = visit.go("search/?q=HBK-2801")
    results(page)
    resolution = page.locator(".kb-result__resolution").first
    assert not resolution.locator("p").is_visible()
    resolution.locator("summary").click()
    assert resolution.locator("p").is_visible()
    first = results(page)[0]
    page.locator("#kb-query").press_sequentially(" full")
    expect(page).to_have_url(visit.base + "search/?q=HBK-2801+full")
    same = page.locator(SHOWN, has_text=first)
    expect(same.locator(".kb-result__resolution p")).to_be_visible()


def test_a_withdrawn_record_says_so_and_leads_to_its_successor(visit: Visit) -> None:
    page = visit.go("search/?q=HBK-2801+block+files+deleted+by+hand")
    results(page)
    old = page.locator(".kb-result--withdrawn", has_text="CASE-000183")
    expect(old.locator(".kb-result__withdrawn")).to_have_text(
        "Withdrawn; what holds now is CASE-000209"
    )
    old.get_by_role("link", name="CASE-000209").click()
    assert page.url.endswith("/kb/cases/CASE-000209/")


def test_a_procedure_is_found_at_its_step(visit: Visit) -> None:
    page = visit.go("search/?q=lower+severity+A+to+B+in+Service+Desk")
    results(page)
    page.mouse.wheel(0, 10_000)
    expect(page.locator(SHOWN)).to_have_count(10)
    hrefs = page.locator(".kb-result__title").evaluate_all("links => links.map(link => link.href)")
    assert visit.base + "procedures/case-closure/#lower-severity" in hrefs


def test_text_of_a_record_is_never_taken_as_html(visit: Visit) -> None:
    page = visit.go("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+certificate")
    results(page)
    assert page.locator("[data-kb-results] img").count() == 0
    assert visit.errors == []


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "//evil.example/", "https://evil.example/", "../../x", "\\\\evil"],
)
def test_a_hit_never_leads_out_of_the_site(visit: Visit, url: str) -> None:
    def tamper(route: Route) -> None:
        cards = [{**card, "url": url} for card in route.fetch().json()]
        route.fulfill(json=cards)

    visit.page.route("**/cards-*", tamper)
    page = visit.go("search/?q=certificate")
    results(page)
    hrefs = page.locator(".kb-result__title").evaluate_all("links => links.map(link => link.href)")
    assert set(hrefs) == {""}
