"""Filters beside the hits and in the text."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visiting
from tests.browser.search.page import SHOWN, results, status, value_of


def test_filters_narrow_the_hits_and_back_leads_to_what_was_before(visit: Visit) -> None:
    page = visit.go("search/?q=certificate")
    before = results(page)
    expect(status(page)).to_contain_text("found.")
    value_of(page, "Product", "Halyard Identity").click()
    expect(page).to_have_url(visit.base + "search/?q=certificate&product=Halyard+Identity")
    expect(page.locator(SHOWN).first.locator(".kb-list__facts")).to_contain_text("Halyard Identity")
    assert all(
        "Halyard Identity" in facts
        for facts in page.locator(f"{SHOWN} .kb-list__facts").all_inner_texts()
    )
    expect(value_of(page, "Product", "Halyard Identity")).to_have_attribute("aria-pressed", "true")
    expect(value_of(page, "Product", "Halyard Identity")).to_be_focused()
    page.go_back()
    expect(page.locator("[data-kb-chips]")).to_be_hidden()
    expect(page.locator(".kb-result__title").first).to_have_text(before[0])
    page.go_forward()
    page.get_by_role("button", name="Remove Product: Halyard Identity").click()
    expect(page).to_have_url(visit.base + "search/?q=certificate")
    expect(page.locator("#kb-query")).to_be_focused()


def test_a_filter_in_the_text_is_a_chip_and_is_taken_out_of_the_text(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill('product:"Halyard Identity" certificate')
    results(page)
    page.get_by_role("button", name="Remove Product: Halyard Identity").click()
    expect(page.locator("#kb-query")).to_have_value("certificate")
    expect(page.locator("[data-kb-chips]")).to_be_hidden()


def test_a_filter_leaves_words_of_a_pasted_text_that_look_like_one(visit: Visit) -> None:
    text = "certificate of the partner, status:Resolved kind:strange\nsecond line of the error"
    page = visit.go("search/")
    page.locator("#kb-query").fill(text)
    results(page)
    value_of(page, "Status", "Resolved").click()
    expect(page.locator("[data-kb-chips]")).to_contain_text("Status: Resolved")
    expect(page.locator("#kb-query")).to_have_value(text)
    page.get_by_role("button", name="Remove Status: Resolved").click()
    expect(page.locator("#kb-query")).to_have_value(text)


def test_a_filter_in_the_text_stays_when_another_is_removed(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("#kb-query").fill('certificate product:"Halyard Identity" cause:x kind:case chain')
    results(page)
    page.get_by_role("button", name="Remove Kind: Case").click()
    expect(page.locator("#kb-query")).to_have_value("certificate cause:x chain")
    expect(page.locator("[data-kb-chips]")).to_contain_text("Product: Halyard Identity")
    address = "search/?q=certificate+cause%3Ax+chain&product=Halyard+Identity"
    expect(page).to_have_url(visit.base + address)


def test_filters_without_a_text_list_all_that_pass_them(visit: Visit) -> None:
    page = visit.go("search/?product=Halyard+Mail")
    results(page)
    facts = page.locator(f"{SHOWN} .kb-list__facts").all_inner_texts()
    assert len(facts) == 4
    assert all("Halyard Mail" in one for one in facts)
    expect(status(page)).to_contain_text("found.")
    expect(page.locator("[data-kb-message]")).to_be_empty()
    page.get_by_role("button", name="Remove Product: Halyard Mail").click()
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page).to_have_url(visit.base + "search/")


def test_filters_that_nothing_passes_are_not_blamed_on_a_text_that_is_not_there(
    visit: Visit,
) -> None:
    page = visit.go("search/?product=Halyard+Mail&year=1999")
    message = page.locator("[data-kb-message]")
    expect(message).to_contain_text("Remove the filter Year: 1999")
    expect(message).not_to_contain_text("The text")


def test_root_causes_are_a_tree_whose_third_level_folds_out(visit: Visit) -> None:
    page = visit.go("search/?q=certificate&root_cause=Identity+%3E+Federation")
    results(page)
    chosen = value_of(page, "Root cause", "Federation")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    leaf = value_of(page, "Root cause", "Signing certificate")
    expect(leaf).to_be_visible()
    page.get_by_role("button", name="Remove Root cause").click()
    expect(leaf).to_be_hidden()
    page.get_by_role("button", name="Topics under Federation").click()
    expect(leaf).to_be_visible()
    leaf.click()
    address = "search/?q=certificate&root_cause=Identity+%3E+Federation+%3E+Signing+certificate"
    expect(page).to_have_url(visit.base + address)


def test_on_a_phone_the_filters_are_menus_in_a_row(browser: Browser, example_site: str) -> None:
    with visiting(browser, example_site, width=390) as visit:
        page = visit.go("search/?q=certificate")
        results(page)
        value = value_of(page, "Product", "Halyard Identity")
        expect(value).to_be_hidden()
        menu = page.get_by_role("button", name="Product", exact=True)
        menu.click()
        expect(value).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(value).to_be_hidden()
        expect(menu).to_be_focused()
        menu.click()
        value.click()
        expect(value).to_be_hidden()
        expect(page.locator("[data-kb-chips]")).to_contain_text("Halyard Identity")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
