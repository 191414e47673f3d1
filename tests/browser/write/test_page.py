"""The page as a whole: accessible, and of use without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import serious_violations, visiting
from tests.browser.write.form import field, opened


@pytest.mark.parametrize("width", [1280, 390], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_form_full_of_findings_with_its_list_open_has_no_serious_violation(
    browser: Browser, example_site: str, scheme: str, width: int
) -> None:
    with visiting(browser, example_site, scheme=scheme, width=width) as visit:
        page = opened(visit)
        field(page, "symptom").fill("deferred with 451 4.7.0 TLS negotiation failed, see ticket")
        page.locator(".kb-similar__link").first.wait_for()
        page.get_by_role("button", name="Copy", exact=True).click()
        page.get_by_role("combobox", name="Root cause").press_sequentially("token")
        page.locator(".kb-leaf").first.wait_for()
        page.keyboard.press("ArrowDown")
        assert "\n\n".join(serious_violations(page)) == ""
        assert visit.errors == []
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0


def test_without_javascript_the_page_says_what_to_do(browser: Browser, example_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{example_site}write/")
    expect(page.locator("noscript p", has=page.locator("a"))).to_be_visible()
    expect(page.locator("[data-kb-write]")).to_be_hidden()
    context.close()
