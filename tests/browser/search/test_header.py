"""The search box in the header."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.search.page import results


def test_the_header_shows_the_best_hits_as_one_types(visit: Visit) -> None:
    page = visit.go("procedures/case-closure/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(200)
    assert not any("kb-index" in url for url in asked)
    page.keyboard.press("s")
    box = page.get_by_role("combobox", name="Search the records")
    expect(box).to_be_focused()
    page.keyboard.type("HBK-2801")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert 0 < options.count() <= 5
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "kb-header-hit-0")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_value("HBK-2801")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert results(page)
    assert page.url.startswith(visit.base + "search/?q=HBK-2801")


def test_a_hit_chosen_in_the_header_is_opened(visit: Visit) -> None:
    page = visit.go("cases/CASE-000417/")
    page.keyboard.press("/")
    page.keyboard.type("HBK-2801")
    page.get_by_role("option").first.wait_for()
    title = page.locator(".kb-suggest__title").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(title)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type("HBK-2801")
    page.get_by_role("option").nth(1).click()
    expect(page.locator("h1")).not_to_contain_text(title)
