"""The address of a search, and the way back to it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.search.page import LOG_LINE, SHOWN, notes, results, value_of


def test_a_search_has_an_address_that_can_be_shared(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill("HBK-2801")
    results(page)
    value_of(page, "Kind", "Case").click()
    expect(page).to_have_url(visit.base + "search/?q=HBK-2801&kind=case")
    expect(page.locator("[data-kb-chips]")).to_contain_text("Kind: Case")
    expected = results(page)
    other = visit.page.context.new_page()
    other.goto(page.url)
    assert results(other) == expected


def test_a_text_too_long_for_an_address_stays_out_of_it_and_is_there_after_going_back(
    visit: Visit,
) -> None:
    long = f"{LOG_LINE}\n" * 40
    page = visit.go("search/")
    page.locator("#kb-query").fill(long)
    results(page)
    expect(notes(page)).to_contain_text("too long for the address")
    page.wait_for_timeout(500)
    assert page.url == visit.base + "search/"
    page.locator(".kb-result__title").first.click()
    page.wait_for_url("**/cases/**")
    page.go_back()
    results(page)
    assert page.locator("#kb-query").input_value().strip() == long.strip()


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


def test_a_long_text_in_the_box_of_home_is_searched_without_an_address(visit: Visit) -> None:
    page = visit.go("")
    page.locator("#kb-home-query").fill(f"{LOG_LINE}\n" * 40)
    page.keyboard.press("Enter")
    assert results(page)[0].startswith("Outbound mail")
    assert page.url == visit.base + "search/"


def test_a_text_of_millions_of_characters_is_handed_over_in_part(visit: Visit) -> None:
    page = visit.go("")
    page.locator("#kb-home-query").evaluate(
        "(box, line) => { box.value = line + 'x '.repeat(6_000_000); }", f"{LOG_LINE}\n"
    )
    page.locator("#kb-home-query").press("Enter")
    page.wait_for_url("**/search/")
    assert results(page)[0].startswith("Outbound mail")
    length = page.evaluate("document.querySelector('#kb-query').value.length")
    assert 99_990 < length <= 100_000


def test_after_back_from_a_hit_the_list_is_as_long_and_as_far_scrolled(visit: Visit) -> None:
    page = visit.go("search/?q=mail")
    results(page)
    page.mouse.wheel(0, 10_000)
    expect(page.locator(SHOWN)).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(SHOWN)).not_to_have_count(10)
    shown = page.locator(SHOWN).count()
    page.locator(SHOWN).nth(10).locator(".kb-result__title").scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    assert top > 0
    page.locator(SHOWN).nth(10).locator(".kb-result__title").click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(shown)
    page.wait_for_function("top => Math.abs(scrollY - top) < 5", arg=top)
    page.locator("#kb-query").fill("certificate")
    expect(page).to_have_url(visit.base + "search/?q=certificate")
    page.reload()
    results(page)
    assert page.evaluate("scrollY") == 0
    assert page.locator(SHOWN).count() < 10
