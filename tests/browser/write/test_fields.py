"""The fields of a kind, and picking a root cause."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.write.form import field, findings, text_of_file


def test_each_kind_has_its_own_fields_and_what_was_typed_stays(form: Page) -> None:
    field(form, "title").fill("Recordings are cut off")
    expect(field(form, "case")).to_have_count(0)
    form.get_by_role("radio", name="Case").focus()
    form.keyboard.press("ArrowRight")
    expect(field(form, "case")).to_be_visible()
    expect(field(form, "last_quality_response")).to_have_count(0)
    expect(field(form, "title")).to_have_value("Recordings are cut off")
    form.keyboard.press("ArrowRight")
    expect(field(form, "severity")).to_have_count(0)
    assert "kind: article\ntitle: Recordings are cut off\n" in text_of_file(form)


def test_only_leaves_can_be_picked_and_words_in_any_order_find_them(form: Page) -> None:
    box = form.get_by_role("combobox", name="Root cause")
    box.press_sequentially("cache token")
    options = form.locator(".kb-leaf")
    expect(options.first).to_contain_text("Token cache")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("leaves-0"))
    box.press("Enter")
    expect(box).to_have_value("Identity > Sign-in > Token cache")
    expect(form.locator(".kb-leaves")).to_be_hidden()
    box.fill("")
    box.press("ArrowDown")
    names = form.locator(".kb-leaf__name").all_inner_texts()
    assert "Token cache" in names
    assert "Sign-in" not in names
    assert "Cookie jar" not in names
    box.press("Escape")
    box.press_sequentially("Identity > Sign-in")
    box.press("Tab")
    expect(findings(form, "root_cause")).to_contain_text("Identity > Sign-in has subtopics")


def test_what_is_typed_is_text_and_never_markup(form: Page) -> None:
    evil = "<img src=x onerror=alert(1)>`<b>` TODO: </script>"
    for name in ("title", "symptom", "root_cause", "environment", "id"):
        field(form, name).fill(evil)
        field(form, name).press("Tab")
    assert form.locator("[data-kb-write] :is(img, b, script)").count() == 0
    assert evil in text_of_file(form)
