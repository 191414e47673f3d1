"""The file is copied, or opened on the git host."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.write.form import field


def test_the_text_is_copied(form: Page) -> None:
    field(form, "title").fill("Recordings: cut off")
    form.get_by_role("button", name="Copy", exact=True).click()
    expect(form.locator("[data-kb-done]")).to_have_text("Copied.")
    copied = form.evaluate("navigator.clipboard.readText()")
    assert copied == "---\nkind: case\ntitle: 'Recordings: cut off'\n---\n"


@pytest.fixture
def opened_on_host(form: Page) -> Iterator[list[str]]:
    """The addresses on the git host that the page opens."""
    urls: list[str] = []

    def answer(route: Route) -> None:
        urls.append(route.request.url)
        route.fulfill(body="new file")

    form.context.route("https://git.halyard.example/**", answer)
    yield urls


def test_the_file_is_opened_as_a_new_one_on_the_git_host(
    form: Page, opened_on_host: list[str]
) -> None:
    field(form, "id").fill("CASE-000977")
    field(form, "product").select_option("Halyard Meet")
    field(form, "title").fill("Cut off & gone #1")
    with form.context.expect_page() as tab:
        form.get_by_role("button", name="Open as a new file").click()
    tab.value.wait_for_load_state()
    address = urlsplit(opened_on_host[0])
    assert address.path == "/support/kb/new/main/content/cases/meet"
    asked = parse_qs(address.query)
    assert asked["filename"] == ["CASE-000977.md"]
    assert asked["value"] == [form.locator("[data-kb-text]").text_content()]


def test_a_text_too_long_for_an_address_is_copied_instead(
    form: Page, opened_on_host: list[str]
) -> None:
    field(form, "body").fill("a long log\n" * 2000)
    with form.context.expect_page() as tab:
        form.get_by_role("button", name="Open as a new file").click()
    tab.value.wait_for_load_state()
    assert opened_on_host == [
        "https://git.halyard.example/support/kb/new/main/content/cases?filename=case.md"
    ]
    expect(form.locator("[data-kb-done]")).to_contain_text("too long for an address")
    form.bring_to_front()
    copied = form.evaluate("navigator.clipboard.readText()")
    assert copied == form.locator("[data-kb-text]").text_content()
