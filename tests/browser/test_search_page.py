"""Searching in the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import Visit, visiting

SHOWN = "[data-kb-results] > .kb-result:not(.kb-result--awaited)"
"""The hits whose cards are loaded."""
LOG_LINE = "2026-09-02 09:17:33 mx1 error: 451 4.7.0 TLS negotiation failed"
DROP = """([name, text, repeat]) => {
    const files = new DataTransfer();
    files.items.add(new File([text.repeat(repeat)], name));
    const send = (type) => document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
    send("dragover");
    window.frameShown = document.querySelector(".kb-drop").checkVisibility();
    send("drop");
}"""


def results(page: Page) -> list[str]:
    page.locator(SHOWN).first.wait_for()
    return page.locator(".kb-result__title").all_inner_texts()


def status(page: Page) -> Locator:
    return page.locator("[data-kb-status]")


def notes(page: Page) -> Locator:
    return page.locator("[data-kb-notes]")


def value_of(page: Page, name: str, value: str) -> Locator:
    """The button of a filter's value."""
    group = page.get_by_role("group", name=name, exact=True)
    return group.locator(".kb-facet__value", has_text=value)


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


def drop(page: Page, name: str, text: str, repeat: int = 1) -> None:
    page.locator("[data-kb-hint]").wait_for(state="attached")
    page.wait_for_selector(".kb-drop", state="attached")
    page.evaluate(DROP, [name, text, repeat])


# What is found, and what is said of it


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


# The address


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


# As one types


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
        page.route("**/kb-index/*", _missing)
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


# The keyboard


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


# Filters


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


# No dead ends


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


def _missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def _truncated(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"certif": [1, 2')


@pytest.mark.parametrize("fault", [_missing, _truncated], ids=["missing", "truncated"])
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
    page.route("**/kb-index/cards-*", _missing)
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
    page.unroute("**/kb-index/cards-*", _missing)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(SHOWN)).not_to_have_count(loaded)


def test_a_worker_that_cannot_be_loaded_gives_a_message(visit: Visit) -> None:
    visit.page.route("**/worker.js", _missing)
    page = visit.go("search/?q=certificate")
    expect(status(page)).to_contain_text("The search index could not be loaded.")
    visit.page.unroute("**/worker.js", _missing)
    page.locator("#kb-query").press("Enter")
    assert results(page)


@pytest.mark.parametrize(
    "file", ["search-page.js", "search-client.js", "vendor/english-stemmer.js"]
)
def test_a_script_that_cannot_be_loaded_gives_a_message(visit: Visit, file: str) -> None:
    visit.page.route(f"**/{file}", _missing)
    page = visit.go("search/?q=certificate&product=Halyard+Identity")
    expect(status(page)).to_have_text(
        "The search could not be loaded. Check the connection and search again."
    )
    expect(page.locator("#kb-query")).to_have_value("certificate")
    assert [error for error in visit.errors if "status of 404" not in error] == []
    page.locator("#kb-query").fill("certificate chain")
    visit.page.unroute(f"**/{file}", _missing)
    page.get_by_role("button", name="Search again").click()
    assert results(page)
    expect(page.locator("#kb-query")).to_have_value("certificate chain")
    expect(page.locator("[data-kb-chips]")).to_contain_text("Halyard Identity")


@pytest.mark.parametrize("file", ["header-search.js", "search-client.js", "worker.js"])
def test_the_header_leads_to_the_search_page_though_its_script_cannot_be_loaded(
    visit: Visit, file: str
) -> None:
    visit.page.route(f"**/{file}", _missing)
    page = visit.go("cases/CASE-000417/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type("certificate")
    page.wait_for_timeout(300)
    assert [error for error in visit.errors if "status of 404" not in error] == []
    visit.page.unroute(f"**/{file}", _missing)
    page.keyboard.press("Enter")
    assert results(page)


# Log files


def test_a_dropped_log_file_is_searched_and_nothing_of_it_leaves_the_browser(visit: Visit) -> None:
    sent: list[str] = []
    page = visit.go("search/")
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    drop(page, "transport.log", f"{LOG_LINE}\n", 12_345)
    assert page.evaluate("window.frameShown")
    assert results(page)[0].startswith("Outbound mail from Halyard Mail to one partner deferred")
    expect(page.locator(".kb-drop")).to_be_hidden()
    expect(page.locator("[data-kb-chips]")).to_contain_text("Log file: transport.log, 12,345 lines")
    page.wait_for_timeout(500)
    assert page.url == visit.base + "search/"
    assert visit.foreign == []
    assert all(
        one.startswith(f"GET {visit.base}assets/") and "?" not in one and "mx1" not in one
        for one in sent
    ), sent
    page.get_by_role("button", name="Remove Log file").click()
    expect(page.locator(SHOWN)).to_have_count(0)


def test_a_log_file_is_opened_by_its_button_too_and_may_be_utf_16(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    page.get_by_label("open a log file").set_input_files(
        {"name": "x.log", "mimeType": "text/plain", "buffer": LOG_LINE.encode("utf-16")}
    )
    assert results(page)[0].startswith("Outbound mail")
    expect(page.locator("[data-kb-chips]")).to_contain_text("x.log, 1 line")


def test_a_log_file_may_be_in_the_code_page_of_western_europe(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    log = f"{LOG_LINE} zzyzxülm".encode("cp1252")
    page.get_by_label("open a log file").set_input_files(
        {"name": "x.log", "mimeType": "text/plain", "buffer": log}
    )
    assert results(page)[0].startswith("Outbound mail")
    expect(status(page)).to_contain_text("zzyzxülm")


@pytest.mark.parametrize(
    ("name", "text", "repeat", "message"),
    [
        ("dump.bin", "PK\0\1", 1, "dump.bin is not a text file."),
        ("big.log", "x" * 1024, 5 * 1024 + 1, "big.log is larger than 5 MB."),
        ("empty.log", "\n", 1, "empty.log is empty."),
    ],
)
def test_a_file_that_cannot_be_searched_gives_a_message(
    visit: Visit, name: str, text: str, repeat: int, message: str
) -> None:
    page = visit.go("search/")
    drop(page, name, text, repeat)
    expect(page.locator("[data-kb-message]")).to_contain_text(message)
    assert visit.errors == []


def test_a_text_pasted_beside_the_box_is_searched(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    page.evaluate("text => navigator.clipboard.writeText(text)", LOG_LINE)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+v")
    expect(page.locator("#kb-query")).to_have_value(LOG_LINE)
    assert results(page)[0].startswith("Outbound mail")


# The box in the header


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


# Accessible in every state


def _unfolded(page: Page) -> None:
    results(page)
    page.locator(".kb-result__resolution summary").first.click()
    names = page.locator(".kb-facet__name:visible")
    if names.first.get_attribute("aria-expanded") == "false":
        names.first.click()


def _header_open(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    if page.locator("#kb-header-query").is_visible():
        page.keyboard.press("/")
        page.keyboard.type("mail")
        page.get_by_role("option").first.wait_for()
        page.keyboard.press("ArrowDown")


STATES: dict[str, tuple[str, Callable[[Page], object]]] = {
    "hits with filters": (
        "search/?q=HBK-2801+certficate+10.2.3.4+AADSTS99999+zzyzx&product=Halyard+Backup&status=Resolved",
        _unfolded,
    ),
    "hits of every kind": ("search/?q=mail", _unfolded),
    "empty": (
        "search/?q=zzyzx&product=Halyard+Mail&kind=case",
        lambda page: page.locator(".kb-empty").wait_for(),
    ),
    "header": ("cases/CASE-000417/", _header_open),
}


@pytest.mark.parametrize("width", [1280, 390], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_of_the_search_is_accessible(
    browser: Browser, example_site: str, state: str, scheme: str, width: int
) -> None:
    url, reach = STATES[state]
    with visiting(browser, example_site, scheme=scheme, width=width) as visit:
        page = visit.go(url)
        reach(page)
        serious = [
            f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
            for violation in Axe().run(page).response["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]
        assert "\n\n".join(serious) == ""
        assert visit.errors == []
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"the page is {wider} px wider than its window"
