"""One query to a page in the browser: how long until its results are there, and what they cost."""

from __future__ import annotations

import time
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.benchmarks.browser_sites import BLANK, PAGEFIND_FOLDER
from tests.benchmarks.web_server import Sent, Served

QUIET_SECONDS = 0.3
"""Without a request for so long, a query has loaded all that it needs."""
PATIENCE_MILLISECONDS = 15_000

_WATCH = """(patience) => {
  const box = document.querySelector("#kb-query");
  const list = document.querySelector("[data-kb-results]");
  window.measured = new Promise((resolve) => {
    box.addEventListener("input", () => {
      const start = performance.now();
      const observer = new MutationObserver((changes) => {
        const added = changes.flatMap((change) => [...change.addedNodes]);
        if (!added.some((node) => node.nodeName === "LI")) return;
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(list, { childList: true });
      setTimeout(() => { observer.disconnect(); resolve(null); }, patience);
    }, { once: true, capture: true });
  });
}"""

_LOAD_PAGEFIND = """async (script) => { window.pagefind = await import(script); }"""

_ASK_PAGEFIND = """async (query) => {
  const start = performance.now();
  const answer = await window.pagefind.search(query);
  await Promise.all(answer.results.slice(0, 10).map((result) => result.data()));
  return answer.results.length ? performance.now() - start : null;
}"""


@dataclass(frozen=True, slots=True)
class Cost:
    requests: int
    size: int
    """Bytes as sent."""
    script_size: int
    milliseconds: float | None
    """From the input to the results; None where there are none."""


class OurSearch:
    """The search page of a site of kb_builder; the time holds the pause that typing is waited for."""

    folder = "assets/kb-index/"

    def cold(self, browser: Browser, served: Served, query: str) -> Cost:
        context = browser.new_context()
        served.sent.clear()
        page = context.new_page()
        self.open(page, served)
        milliseconds = self.ask(page, query)
        _wait_until_quiet(page, served)
        data = served.below(self.folder)
        scripts = served.below("assets/kb/", ".js", ".mjs", ".wasm")
        context.close()
        return Cost(len(data), _size(data), _size(scripts), milliseconds)

    def open(self, page: Page, served: Served) -> None:
        page.goto(f"{served.address}search/", wait_until="networkidle")

    def ask(self, page: Page, query: str) -> float | None:
        page.evaluate(_WATCH, PATIENCE_MILLISECONDS)
        page.locator("#kb-query").fill(query)
        return _number(page.evaluate("window.measured"))


class PagefindSearch:
    """Pagefind's own script in a blank page: the first ten results with their data."""

    folder = f"{PAGEFIND_FOLDER}/"
    _code = (".js", "wasm.en.pagefind", "wasm.unknown.pagefind")

    def cold(self, browser: Browser, served: Served, query: str) -> Cost:
        context = browser.new_context()
        served.sent.clear()
        page = context.new_page()
        self.open(page, served)
        milliseconds = self.ask(page, query)
        _wait_until_quiet(page, served)
        scripts = served.below(self.folder, *self._code)
        data = [item for item in served.below(self.folder) if item not in scripts]
        context.close()
        return Cost(len(data), _size(data), _size(scripts), milliseconds)

    def open(self, page: Page, served: Served) -> None:
        page.goto(served.address + BLANK)
        page.evaluate(_LOAD_PAGEFIND, f"{served.address}{self.folder}pagefind.js")

    def ask(self, page: Page, query: str) -> float | None:
        return _number(page.evaluate(_ASK_PAGEFIND, query))


def _wait_until_quiet(page: Page, served: Served) -> None:
    count, since = len(served.sent), time.monotonic()
    while time.monotonic() - since < QUIET_SECONDS:
        page.wait_for_timeout(50)
        if len(served.sent) != count:
            count, since = len(served.sent), time.monotonic()


def _size(items: list[Sent]) -> int:
    return sum(item.size for item in items)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
