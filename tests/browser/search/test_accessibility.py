"""Every state of the search is accessible."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serious_violations, visiting
from tests.browser.search.page import results


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
        assert "\n\n".join(serious_violations(page)) == ""
        assert visit.errors == []
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"the page is {wider} px wider than its window"
