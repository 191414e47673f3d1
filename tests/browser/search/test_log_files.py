"""Log files and texts that are dropped, opened or pasted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.search.page import LOG_LINE, SHOWN, results, status

DROP = """([name, text, repeat]) => {
    const files = new DataTransfer();
    files.items.add(new File([text.repeat(repeat)], name));
    const send = (type) => document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
    send("dragover");
    window.frameShown = document.querySelector(".kb-drop").checkVisibility();
    send("drop");
}"""


def drop(page: Page, name: str, text: str, repeat: int = 1) -> None:
    page.locator("[data-kb-hint]").wait_for(state="attached")
    page.wait_for_selector(".kb-drop", state="attached")
    page.evaluate(DROP, [name, text, repeat])


def test_a_dropped_log_file_is_searched_and_nothing_of_it_leaves_the_browser(visit: Visit) -> None:
    sent: list[str] = []
    page = visit.go("search/")
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    drop(page, "transport.log", f"{LOG_LINE}\n", 12_345)
    assert page.evaluate("window.frameShown")
    assert results(page)[0].startswith("Outbound mail from Halyard Mail to one partner deferred")
    expect(page.locator(".kb-drop")).to_be_hidden()
    expect(page.locator("[data-kb-chips]")).to_contain_text("Log file: transport.log, 12,345 lines")
    page.wait_for_timeout(500)
    assert page.url == visit.base + "search/"
    assert visit.foreign == []
    assert all(
        one.startswith(f"GET {visit.base}assets/") and "?" not in one and "mx1" not in one
        for one in sent
    ), sent
    page.get_by_role("button", name="Remove Log file").click()
    expect(page.locator(SHOWN)).to_have_count(0)


def test_a_log_file_is_opened_by_its_button_too_and_may_be_utf_16(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    page.get_by_label("open a log file").set_input_files(
        {"name": "x.log", "mimeType": "text/plain", "buffer": LOG_LINE.encode("utf-16")}
    )
    assert results(page)[0].startswith("Outbound mail")
    expect(page.locator("[data-kb-chips]")).to_contain_text("x.log, 1 line")


def test_a_log_file_may_be_in_the_code_page_of_western_europe(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    log = f"{LOG_LINE} zzyzxülm".encode("cp1252")
    page.get_by_label("open a log file").set_input_files(
        {"name": "x.log", "mimeType": "text/plain", "buffer": log}
    )
    assert results(page)[0].startswith("Outbound mail")
    expect(status(page)).to_contain_text("zzyzxülm")


@pytest.mark.parametrize(
    ("name", "text", "repeat", "message"),
    [
        ("dump.bin", "PK\0\1", 1, "dump.bin is not a text file."),
        ("big.log", "x" * 1024, 5 * 1024 + 1, "big.log is larger than 5 MB."),
        ("empty.log", "\n", 1, "empty.log is empty."),
    ],
)
def test_a_file_that_cannot_be_searched_gives_a_message(
    visit: Visit, name: str, text: str, repeat: int, message: str
) -> None:
    page = visit.go("search/")
    drop(page, name, text, repeat)
    expect(page.locator("[data-kb-message]")).to_contain_text(message)
    assert visit.errors == []


def test_a_text_pasted_beside_the_box_is_searched(visit: Visit) -> None:
    page = visit.go("search/")
    page.locator("[data-kb-hint]").wait_for()
    page.evaluate("text => navigator.clipboard.writeText(text)", LOG_LINE)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+v")
    expect(page.locator("#kb-query")).to_have_value(LOG_LINE)
    assert results(page)[0].startswith("Outbound mail")
