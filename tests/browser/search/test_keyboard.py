"""Walking the hits by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.search.page import results


def test_hits_are_walked_with_the_arrow_keys_and_opened_with_enter(visit: Visit) -> None:
    page = visit.go("search/?q=mail")
    titles = results(page)
    focused = page.locator(":focus")
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_text(titles[0])
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_text(titles[1])
    page.keyboard.press("ArrowUp")
    expect(focused).to_have_text(titles[0])
    page.keyboard.press("ArrowUp")
    expect(focused).to_have_id("kb-query")
    for _ in range(5):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(100)
    expect(focused).to_have_text(results(page)[4])
    page.keyboard.press("Escape")
    expect(focused).to_have_id("kb-query")
    page.keyboard.press("ArrowDown")
    target = page.locator(".kb-result__title").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(target))


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_leads_to_the_box(visit: Visit, key: str) -> None:
    page = visit.go("search/?q=mail")
    results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_id("kb-query")
    expect(page.locator("#kb-query")).to_have_value("mail")


def test_down_stays_in_a_text_of_several_lines_until_its_end(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill("first mail\nsecond certificate\nthird TLS")
    results(page)
    page.locator("#kb-query").evaluate("box => box.setSelectionRange(2, 2)")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_id("kb-query")
    page.keyboard.press("Control+End")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text(results(page)[0])
