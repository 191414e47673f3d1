"""The example site, built and served below a path of its own, and a real browser."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from kb_builder.build import build
from kb_builder.load import find_site

PROJECT = Path(__file__).parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Visit:
    """A page in the browser, and what it did that a page of ours must not do."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    """Requests to other hosts."""

    def go(self, url: str) -> Page:
        self.page.goto(self.base + url)
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's browser, or Playwright's own where there is none; `make browser` installs one."""
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, _BROWSERS)), None)
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the example site, which ends with `/kb/`: not the root of its host."""
    project = tmp_path_factory.mktemp("example")
    shutil.copytree(PROJECT / "content", project / "content")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    yield from served(project)


def served(project: Path) -> Iterator[str]:
    """Build the site of the folder, and serve it until the generator is closed."""
    built = build(find_site(project / "mkdocs.yml"), keep_going=True)
    assert built.published
    root = project / "root"
    root.mkdir()
    (project / "site").rename(root / "kb")
    handler = functools.partial(QuietHandler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/kb/"
    server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def visit(browser: Browser, example_site: str) -> Iterator[Visit]:
    with visiting(browser, example_site) as visit:
        yield visit


@contextmanager
def visiting(
    browser: Browser, base: str, *, scheme: str = "light", width: int = 1280
) -> Iterator[Visit]:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    visit = Visit(page, base)
    page.on(
        "console",
        lambda message: visit.errors.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: visit.errors.append(str(error)))

    def refuse(dialog: Dialog) -> None:
        visit.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    host = base.removesuffix("kb/")
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((host, "data:")) else visit.foreign.append(request.url)
        ),
    )
    yield visit
    context.close()


def serious_violations(page: Page) -> list[str]:
    """What keeps somebody from using the page, by axe-core, with the element it is about."""
    return [
        f"{violation['id']}: {node['html']}\n{node['failureSummary']}"
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
