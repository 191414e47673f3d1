"""The draft that a tab keeps."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.write.form import field, text_of_file


def test_a_draft_survives_a_reload_and_can_be_cleared_and_taken_back(form: Page) -> None:
    field(form, "title").fill("Recordings are cut off")
    form.reload()
    expect(field(form, "title")).to_have_value("Recordings are cut off")
    form.get_by_role("button", name="Clear").click()
    expect(field(form, "title")).to_have_value("")
    assert text_of_file(form) == "---\nkind: case\n---\n"
    form.get_by_role("button", name="Undo").click()
    expect(field(form, "title")).to_have_value("Recordings are cut off")
    form.get_by_role("button", name="Clear").click()
    form.reload()
    expect(field(form, "title")).to_have_value("")


def test_a_draft_is_kept_in_its_own_tab_alone(form: Page) -> None:
    field(form, "title").fill("Recordings are cut off")
    form.wait_for_timeout(400)
    other = form.context.new_page()
    other.goto(form.url)
    expect(field(other, "title")).to_have_value("")
