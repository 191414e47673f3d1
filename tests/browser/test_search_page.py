"""Searching in the browser."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit


def results(page: Page) -> list[str]:
    page.locator("[data-kb-results] > li").first.wait_for()
    return page.locator(".kb-result__title").all_inner_texts()


def test_a_pasted_error_finds_its_case_and_tells_what_matched_and_what_nothing_has(
    visit: Visit,
) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill(
        "Since 15:40 mail to our partner hangs: 451 4.7.0 TLS negotiation failed QZXV99"
    )
    assert results(page)[0].startswith("Outbound mail from Halyard Mail to one partner deferred")
    first = page.locator(".kb-result").first
    assert first.locator("mark", has_text="451").count() == 1
    assert "451, 4.7.0" in first.locator(".kb-result__matched").inner_text()
    status = page.locator("[data-kb-status]").inner_text()
    assert status.endswith("Not in any record: QZXV99.")


def test_a_search_has_an_address_that_can_be_shared(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill("HBK-2801")
    expected = results(page)
    expect(page).to_have_url(visit.base + "search/?q=HBK-2801")
    other = visit.page.context.new_page()
    other.goto(page.url)
    assert results(other) == expected


def test_the_search_box_of_home_and_of_the_header_lead_to_the_results(visit: Visit) -> None:
    page = visit.go("")
    page.locator("#kb-home-query").fill("free/busy of a room")
    page.keyboard.press("Enter")
    from_home = results(page)
    assert page.url.startswith(visit.base + "search/?q=free")
    page.goto(visit.base + "cases/CASE-000417/")
    page.keyboard.press("/")
    page.keyboard.type("free/busy of a room")
    page.keyboard.press("Enter")
    assert results(page) == from_home


def test_the_resolution_of_a_hit_folds_out_in_place(visit: Visit) -> None:
    page = visit.go("search/?q=HBK-2801")
    results(page)
    resolution = page.locator(".kb-result__resolution").first
    assert not resolution.locator("p").is_visible()
    resolution.locator("summary").click()
    assert resolution.locator("p").is_visible()


def test_a_procedure_is_found_at_its_step(visit: Visit) -> None:
    page = visit.go("search/?q=lower+severity+A+to+B+in+Service+Desk")
    hrefs = page.locator(".kb-result__title")
    results(page)
    links = [hrefs.nth(n).get_attribute("href") or "" for n in range(hrefs.count())]
    assert visit.base + "procedures/case-closure/#lower-severity" in links


def test_an_index_that_cannot_be_loaded_gives_a_message(visit: Visit) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    visit.page.route("**/kb-index/terms-*", refuse)
    page = visit.go("search/?q=certificate")
    expect(page.locator("[data-kb-status]")).to_have_text(
        "The search index could not be loaded. Check the connection and search again."
    )
    visit.page.unroute("**/kb-index/terms-*", refuse)
    page.locator("#kb-query").press("Enter")
    assert results(page)


def test_text_of_a_record_is_never_taken_as_html(visit: Visit) -> None:
    page = visit.go("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+certificate")
    results(page)
    assert page.locator("[data-kb-results] img").count() == 0
    assert visit.errors == []
