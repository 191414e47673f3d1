"""What the tests of the search page read and do on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route

SHOWN = "[data-kb-results] > .kb-result:not(.kb-result--awaited)"
"""The hits whose cards are loaded."""
LOG_LINE = "2026-09-02 09:17:33 mx1 error: 451 4.7.0 TLS negotiation failed"


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


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")
