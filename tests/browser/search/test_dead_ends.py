"""No dead ends: nothing found, or nothing loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit
from tests.browser.search.page import SHOWN, missing, results, status


def test_an_empty_result_says_why_and_how_to_go_on(visit: Visit) -> None:
    page = visit.go("search/?q=zzyzx+qwrtplk&product=Halyard+Mail")
    message = page.locator("[data-kb-message]")
    expect(message).to_contain_text("zzyzx, qwrtplk are in no record of this site.")
    expect(status(page)).to_contain_text("Nothing found.")
    expect(message.get_by_role("link", name="by product")).to_be_visible()
    message.get_by_role("button", name="Remove the filter Product: Halyard Mail").click()
    expect(page).to_have_url(visit.base + "search/?q=zzyzx+qwrtplk")
    message.get_by_role("link", name="Write a new record").click()
    assert page.url == visit.base + "write/"


def test_an_empty_result_offers_the_nearest_spelling(visit: Visit) -> None:
    page = visit.go("search/?q=certficate+chain&product=Halyard+Meet")
    message = page.locator("[data-kb-message]")
    expect(message).to_contain_text("Did you mean")
    message.get_by_role("button", name="certificate chain").click()
    expect(page.locator("#kb-query")).to_have_value("certificate chain")


def _truncated(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"certif": [1, 2')


@pytest.mark.parametrize("fault", [missing, _truncated], ids=["missing", "truncated"])
@pytest.mark.parametrize("file", ["manifest.json", "terms-*", "cards-*"])
def test_an_index_that_cannot_be_loaded_gives_a_message(
    visit: Visit, file: str, fault: Callable[[Route], None]
) -> None:
    visit.page.route(f"**/kb-index/{file}", fault)
    page = visit.go("search/?q=certificate")
    expect(status(page)).to_have_text(
        "The search index could not be loaded. Check the connection and search again."
    )
    visit.page.unroute(f"**/kb-index/{file}", fault)
    page.get_by_role("button", name="Search again").click()
    assert results(page)


def test_hits_that_cannot_be_loaded_later_give_a_message_below_those_that_are_there(
    visit: Visit,
) -> None:
    page = visit.go("search/?q=mail")
    results(page)
    page.wait_for_load_state("networkidle")
    page.route("**/kb-index/cards-*", missing)
    while page.locator(".kb-search__error").count() == 0:
        before = page.locator(SHOWN).count()
        page.mouse.wheel(0, 10_000)
        page.wait_for_timeout(300)
        more = page.get_by_role("button", name="Show more")
        if more.count():
            more.click()
            page.wait_for_timeout(300)
        if page.locator(SHOWN).count() == before and not more.count():
            break
    expect(page.locator(".kb-search__error")).to_have_text("The next hits could not be loaded.")
    loaded = page.locator(SHOWN).count()
    page.unroute("**/kb-index/cards-*", missing)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(SHOWN)).not_to_have_count(loaded)


def test_a_worker_that_cannot_be_loaded_gives_a_message(visit: Visit) -> None:
    visit.page.route("**/worker.js", missing)
    page = visit.go("search/?q=certificate")
    expect(status(page)).to_contain_text("The search index could not be loaded.")
    visit.page.unroute("**/worker.js", missing)
    page.locator("#kb-query").press("Enter")
    assert results(page)


@pytest.mark.parametrize(
    "file", ["search-page.js", "search-client.js", "vendor/english-stemmer.js"]
)
def test_a_script_that_cannot_be_loaded_gives_a_message(visit: Visit, file: str) -> None:
    visit.page.route(f"**/{file}", missing)
    page = visit.go("search/?q=certificate&product=Halyard+Identity")
    expect(status(page)).to_have_text(
        "The search could not be loaded. Check the connection and search again."
    )
    expect(page.locator("#kb-query")).to_have_value("certificate")
    assert [error for error in visit.errors if "status of 404" not in error] == []
    page.locator("#kb-query").fill("certificate chain")
    visit.page.unroute(f"**/{file}", missing)
    page.get_by_role("button", name="Search again").click()
    assert results(page)
    expect(page.locator("#kb-query")).to_have_value("certificate chain")
    expect(page.locator("[data-kb-chips]")).to_contain_text("Halyard Identity")


@pytest.mark.parametrize("file", ["header-search.js", "search-client.js", "worker.js"])
def test_the_header_leads_to_the_search_page_though_its_script_cannot_be_loaded(
    visit: Visit, file: str
) -> None:
    visit.page.route(f"**/{file}", missing)
    page = visit.go("cases/CASE-000417/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type("certificate")
    page.wait_for_timeout(300)
    assert [error for error in visit.errors if "status of 404" not in error] == []
    visit.page.unroute(f"**/{file}", missing)
    page.keyboard.press("Enter")
    assert results(page)
