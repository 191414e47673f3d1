"""When the form holds something against a field, and how."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import visiting
from tests.browser.write.form import field, findings, opened


def test_nothing_is_held_against_a_field_before_it_is_left(form: Page) -> None:
    box = field(form, "cause")
    box.press_sequentially("TODO")
    form.wait_for_timeout(500)
    expect(findings(form, "cause")).to_have_count(0)
    box.press("Tab")
    found = findings(form, "cause")
    expect(found).to_contain_text("TODO stands where a text belongs")
    expect(box).to_have_attribute("aria-invalid", "true")
    described = (box.get_attribute("aria-describedby") or "").split()
    assert form.locator(f"#{described[-1]} > li").count() == 1
    expect(form.locator("[data-kb-said]")).to_have_text("Cause: TODO stands where a text belongs")
    expect(found.get_by_role("link")).to_have_attribute("href", "../rules/placeholder-text/")
    box.fill("The limit of segments was 240, which is two hours of recording.")
    expect(findings(form, "cause")).to_have_count(0)
    expect(box).not_to_have_attribute("aria-invalid", "true")


def test_a_field_is_judged_too_when_the_writer_pauses(form: Page) -> None:
    field(form, "cause").press_sequentially("Wrong limit.")
    expect(findings(form, "cause")).to_contain_text("has 2 words", timeout=5000)


def test_nothing_is_held_against_a_form_that_was_cleared_while_one_paused(form: Page) -> None:
    field(form, "title").press_sequentially("Recordings")
    form.get_by_role("button", name="Clear").click()
    form.wait_for_timeout(3000)
    expect(form.locator(".kb-field__findings > li")).to_have_count(0)


def test_a_button_does_not_slip_from_under_the_pointer_that_presses_it(
    browser: Browser, example_site: str
) -> None:
    with visiting(browser, example_site, width=390) as visit:
        page = opened(visit)
        field(page, "body").fill("TODO")
        page.get_by_role("button", name="Copy", exact=True).hover()
        field(page, "body").evaluate("box => box.focus({ preventScroll: true })")
        page.mouse.down()
        page.wait_for_timeout(400)
        page.mouse.up()
        expect(page.locator("[data-kb-done]")).to_have_text("Copied.")
        expect(findings(page, "body")).to_contain_text("TODO")
        page.get_by_role("button", name="Number").hover()
        page.mouse.down()
        page.mouse.move(0, 0)
        page.mouse.up()
        field(page, "cause").fill("TODO")
        field(page, "cause").press("Tab")
        expect(findings(page, "cause")).to_contain_text("TODO")


def test_before_a_file_is_taken_all_that_is_left_to_do_is_shown(form: Page) -> None:
    expect(form.locator(".kb-field__findings > li")).to_have_count(0)
    with form.expect_download() as download:
        form.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "case.md"
    expect(findings(form, "id")).to_contain_text("id is missing")
    expect(findings(form, "confirmation.by")).to_contain_text("closed without a confirmation")
    form.locator(".kb-write__links").get_by_role("button", name="Number").click()
    expect(field(form, "id")).to_be_focused()
