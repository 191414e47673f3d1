"""Writing a record on the site: from the empty page to a file that `kb check` passes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import PROJECT, Visit, visiting

SYMPTOM = (
    "In Halyard Meet 5.3 a recording of more than two hours is cut off at 02:00:00, and the viewer "
    "says `HMT-7731: segment list truncated`. Shorter recordings are whole."
)
RESOLUTION = (
    "1. Open the administration page, **Recording**, **Segments**.\n"
    "2. Raise the limit of segments from 240 to 960, and save.\n"
    "3. Record a meeting of three hours to verify: the viewer plays it to its end."
)
CASE = {
    "id": "CASE-000977",
    "confirmation.by": "customer",
    "confirmation.on": "03122026",
    "last_quality_response": "03132026",
    "severity_opened": "B",
    "severity": "B",
    "state": "Closed",
    "status": "Resolved",
    "symptom": SYMPTOM,
    "cause": "The recorder writes a segment every 30 seconds and keeps 240 of them in its list.",
    "resolution": RESOLUTION,
    "root_cause": "storage record",
    "labor_minutes": "140",
    "opened": "03092026",
    "closed": "03132026",
    "owner": "mira.k",
    "title": "Recordings in Halyard Meet are cut off after two hours: HMT-7731",
    "product": "Halyard Meet",
    "environment": "Halyard Meet 5.3 on premises",
}
"""What is typed into each field, in the order in which the keyboard comes to them."""


@pytest.fixture
def form(visit: Visit) -> Page:
    return opened(visit)


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


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on what the CSS selector says."""
    for _ in range(120):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {wanted}")


def kb_check(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("kb"), "check", "content"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_case_is_written_by_keyboard_alone_and_kb_check_passes_its_file(
    visit: Visit, tmp_path: Path
) -> None:
    page = opened(visit)
    for name, typed in CASE.items():
        tab_to(page, f"[name='{name}']")
        page.keyboard.type(typed)
        if name == "root_cause":
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-kb-state]")).to_contain_text("find nothing")
    tab_to(page, ".kb-write__actions > :first-child")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "CASE-000977.md"
    expect(page.locator("[data-kb-done]")).to_contain_text("content/cases/meet/")
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    before = kb_check(tmp_path)
    download.value.save_as(tmp_path / "content/cases/meet/CASE-000977.md")
    after = kb_check(tmp_path)
    assert "CASE-000977" not in after.stdout, after.stdout
    assert after.returncode == before.returncode == 0, after.stdout
    assert visit.errors == []
    assert visit.foreign == []


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


def test_what_is_typed_is_text_and_never_markup(form: Page) -> None:
    evil = "<img src=x onerror=alert(1)>`<b>` TODO: </script>"
    for name in ("title", "symptom", "root_cause", "environment", "id"):
        field(form, name).fill(evil)
        field(form, name).press("Tab")
    assert form.locator("[data-kb-write] :is(img, b, script)").count() == 0
    assert evil in text_of_file(form)


def test_before_a_file_is_taken_all_that_is_left_to_do_is_shown(form: Page) -> None:
    expect(form.locator(".kb-field__findings > li")).to_have_count(0)
    with form.expect_download() as download:
        form.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "case.md"
    expect(findings(form, "id")).to_contain_text("id is missing")
    expect(findings(form, "confirmation.by")).to_contain_text("closed without a confirmation")
    form.locator(".kb-write__links").get_by_role("button", name="Number").click()
    expect(field(form, "id")).to_be_focused()


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
        found = Axe().run(page).response["violations"]
        serious = [
            f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
            for violation in found
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]
        assert "\n\n".join(serious) == ""
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
