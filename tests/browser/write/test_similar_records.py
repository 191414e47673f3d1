"""Similar records beside the symptom."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.write.form import field, text_of_file


def test_similar_records_are_shown_while_the_symptom_is_typed(form: Page) -> None:
    field(form, "symptom").press_sequentially("deferred with 451 4.7.0 TLS negotiation failed")
    link = form.locator(".kb-similar__link").first
    expect(link).to_contain_text("Outbound mail from Halyard Mail to one partner deferred")
    with form.expect_popup() as popup:
        link.click()
    assert popup.value.url.endswith("/kb/cases/CASE-000417/")
    field(form, "symptom").fill("")
    expect(form.locator(".kb-similar")).to_be_hidden()


def test_similar_records_come_back_with_the_draft(form: Page) -> None:
    field(form, "symptom").fill("deferred with 451 4.7.0 TLS negotiation failed")
    similar = form.locator(".kb-similar__link").first
    expect(similar).to_be_visible()
    form.reload()
    expect(similar).to_be_visible()
    form.get_by_role("button", name="Clear").click()
    expect(similar).to_be_hidden()
    form.get_by_role("button", name="Undo").click()
    expect(similar).to_be_visible()


def test_without_the_search_index_the_form_says_so_and_goes_on(form: Page) -> None:
    form.context.route("**/manifest.json*", lambda route: route.abort())
    field(form, "symptom").fill("deferred with 451 4.7.0 TLS negotiation failed")
    expect(form.locator(".kb-similar__title")).to_have_text(
        "Similar records could not be looked up: check the connection."
    )
    expect(form.locator(".kb-similar__list > li")).to_have_count(0)
    assert "symptom: |\n  deferred with 451" in text_of_file(form)
    field(form, "symptom").fill("")
    expect(form.locator(".kb-similar")).to_be_hidden()
