"""What the tests of the write form read and do on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visit


def opened(visit: Visit) -> Page:
    page = visit.go("write/")
    page.locator("[data-kb-write]:not([hidden])").wait_for()
    return page


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[name='{name}']")


def findings(page: Page, name: str) -> Locator:
    return page.locator(f".kb-field:has([name='{name}']) .kb-field__findings > li")


def text_of_file(page: Page) -> str:
    page.wait_for_timeout(400)
    return page.locator("[data-kb-text]").text_content() or ""
