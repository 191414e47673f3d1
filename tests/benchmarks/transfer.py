"""What the search in the browser loads and how long it takes, beside Pagefind: `make bench-browser`.

Each query is asked in a new browser, without any cache, for what it loads; then in one page in
turn, after other queries, for how long it takes. `--large` also takes 100,000 records, and builds
10,000 pages for Pagefind.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from kb_builder.publish.plugin import INDEX_FOLDER
from tests.benchmarks import copies, corpus
from tests.benchmarks.browser_search import Cost, OurSearch, PagefindSearch
from tests.benchmarks.browser_sites import (
    PAGEFIND_FOLDER,
    Size,
    example_site,
    pagefind_site,
    put_index,
    size_of,
)
from tests.benchmarks.engines import NotInstalledError
from tests.benchmarks.table import print_table
from tests.benchmarks.web_server import serving

ASKED = 20
ASKED_BEFORE = 5
"""Other queries, before the time is taken."""
SIZES = (1_947, 10_000)
LARGE = 100_000
PASTE_WORDS = 40
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HEADER = (
    "search",
    "records",
    "query",
    *("requests, median", "max", "KB, median", "max", "KB of scripts"),
    *("cold ms, median", "warm ms, median", "warm max", "answered"),
)

Row = list[str]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="100,000 records too: slow")
    large = options.parse_args().large
    if not corpus.is_there():
        print(f"{corpus.SHARED} has no corpus and queries; nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, _BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        _say(f"{playwright.chromium.name} {browser.version}")
        _measure(browser, Path(name), large=large)
    return 0


def _measure(browser: Browser, folder: Path, *, large: bool) -> None:
    rows: list[Row] = []
    sizes: list[Row] = []
    found = corpus.imported(folder / "imported")
    site = example_site(folder / "example")
    for count in (*SIZES, LARGE) if large else SIZES:
        _say(f"kb_builder, {count:,} records")
        put_index(site, copies.entries_of(found, count), folder / f"index-{count}")
        sizes.append(_size_row("kb_builder", count, size_of(site / INDEX_FOLDER)))
        rows += _rows("kb_builder", count, browser, site, OurSearch())
    for count in SIZES if large else SIZES[:1]:
        _say(f"Pagefind, {count:,} records")
        project = folder / f"pagefind-{count}"
        copies.write_content(folder / "imported", count, project / "content")
        try:
            site = pagefind_site(project)
        except NotInstalledError as reason:
            _say(f"Pagefind: not measured: {reason}")
            break
        sizes.append(_size_row("Pagefind", count, size_of(site / PAGEFIND_FOLDER)))
        rows += _rows("Pagefind", count, browser, site, PagefindSearch())
    print_table(HEADER, rows)
    print()
    print_table(("search", "records", "files", "KB", "KB, gzip"), sizes)
    print("\nKB are as sent, without heads: gzip, or as they are where the format is compressed.")


def _rows(
    name: str, count: int, browser: Browser, site: Path, search: OurSearch | PagefindSearch
) -> Iterator[Row]:
    with serving(site) as served:
        for kind, queries in _queries().items():
            asked = queries[:ASKED]
            costs = [search.cold(browser, served, query) for query in asked]
            page = browser.new_page()
            search.open(page, served)
            for query in queries[ASKED : ASKED + ASKED_BEFORE]:
                search.ask(page, query)
            warm = [search.ask(page, query) for query in asked]
            page.context.close()
            yield [name, f"{count:,}", kind, *_cells(costs, warm)]


def _cells(costs: Sequence[Cost], warm: Sequence[float | None]) -> Row:
    requests = [cost.requests for cost in costs]
    sizes = [cost.size for cost in costs]
    answered = sum(1 for cost in costs if cost.milliseconds is not None)
    cold = _times([cost.milliseconds for cost in costs])
    return [
        f"{median(requests):g}",
        f"{max(requests)}",
        _kb(median(sizes)),
        _kb(max(sizes)),
        _kb(median(cost.script_size for cost in costs)),
        f"{median(cold):.0f}" if cold else "–",
        f"{median(_times(warm)):.0f}" if _times(warm) else "–",
        f"{max(_times(warm)):.0f}" if _times(warm) else "–",
        f"{answered} of {len(costs)}",
    ]


def _queries() -> dict[str, list[str]]:
    asked = corpus.questions()
    keywords = [question.texts["keywords"].split() for question in asked]
    pastes = [question.texts["paste"].split() for question in asked]
    # A paste that is too short goes on with the next one.
    padded = [
        paste + [word for other in (*pastes[at + 1 :], *pastes[:at]) for word in other]
        for at, paste in enumerate(pastes)
    ]
    whole_first = sorted(range(len(pastes)), key=lambda at: len(pastes[at]) < PASTE_WORDS)
    return {
        "3 words": [" ".join(words[:3]) for words in keywords if len(words) >= 3],
        f"{PASTE_WORDS} words": [" ".join(padded[at][:PASTE_WORDS]) for at in whole_first],
    }


def _size_row(name: str, count: int, size: Size) -> Row:
    return [name, f"{count:,}", f"{size.files:,}", _kb(size.raw), _kb(size.compressed)]


def _times(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _kb(size: float) -> str:
    return f"{size / 1000:,.1f}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
