"""What the page shows as one types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visit
from tests.browser.search.page import SHOWN, missing, results, status


class Held:
    """Requests that get no answer until they are released."""

    def __init__(self, page: Page, urls: str) -> None:
        self.routes: list[Route] = []
        self.holding = True
        page.route(urls, self._hold)

    def _hold(self, route: Route) -> None:
        if self.holding:
            self.routes.append(route)
        else:
            route.continue_()

    def release(self) -> None:
        self.holding = False
        for route in self.routes:
            route.continue_()


def test_hits_stay_until_the_next_are_there_and_only_the_newest_answer_is_shown(
    visit: Visit,
) -> None:
    page = visit.go("search/?q=certificate")
    before = results(page)
    held = Held(page, "**/kb-index/*")
    page.locator("#kb-query").fill("printer of the reception")
    page.wait_for_timeout(300)
    assert held.routes, "nothing was asked for"
    assert page.locator(".kb-result__title").all_inner_texts() == before
    page.locator("#kb-query").fill("certificate")
    page.wait_for_timeout(300)
    held.release()
    page.wait_for_timeout(500)
    assert page.locator(".kb-result__title").all_inner_texts() == before


@pytest.mark.parametrize("is_answered", [True, False], ids=["answer", "error"])
def test_hits_of_before_are_dimmed_while_an_answer_is_slow(visit: Visit, is_answered: bool) -> None:
    page = visit.go("search/?q=certificate")
    results(page)
    found = page.locator(".kb-search__found")
    held = Held(page, "**/kb-index/*")
    # No word is typed so fast that the page would not come to say that it waits.
    page.locator("#kb-query").fill("")
    page.locator("#kb-query").press_sequentially("certificate printer", delay=50)
    expect(status(page)).to_have_text("Searching…")
    expect(found).to_have_attribute("aria-busy", "true")
    assert (
        page.locator("[data-kb-results]").evaluate("list => getComputedStyle(list).opacity") < "1"
    )
    if is_answered:
        held.release()
        expect(status(page)).to_contain_text("found.")
        assert results(page)
    else:
        for route in held.routes:
            route.fulfill(status=500)
        page.route("**/kb-index/*", missing)
        expect(status(page)).to_contain_text("could not be loaded")
    assert found.get_attribute("aria-busy") is None


def test_what_is_typed_before_the_page_is_ready_is_searched(visit: Visit) -> None:
    held = Held(visit.page, "**/search-page.js")
    page = visit.go("search/?q=certificate")
    page.locator("#kb-query").fill("HBK-2801")
    assert held.routes
    held.release()
    results(page)
    expect(page.locator("#kb-query")).to_have_value("HBK-2801")
    expect(page).to_have_url(visit.base + "search/?q=HBK-2801")
    expect(page.locator(SHOWN).first).to_contain_text("HBK-2801")


def test_an_emptied_box_shows_nothing_and_has_no_address(visit: Visit) -> None:
    page = visit.go("search/?q=certificate")
    results(page)
    page.locator("#kb-query").fill("")
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator("[data-kb-filters]")).to_be_hidden()
    expect(page).to_have_url(visit.base + "search/")


def test_only_the_cards_that_are_seen_are_loaded(visit: Visit) -> None:
    page = visit.go("search/?q=mail")
    results(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.locator(SHOWN).count() == 4
    four = results(page)[:4]
    page.mouse.wheel(0, 10_000)
    expect(page.locator(SHOWN)).to_have_count(10)
    assert results(page)[:4] == four
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(SHOWN)).not_to_have_count(10)
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == results(page)[10]
