"""A page that was opened before the site was published anew."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.conftest import Visit


def test_a_search_goes_on_in_the_new_index(visit: Visit) -> None:
    asked: list[str] = []

    def gone_at_first(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=404, body="")
        else:
            route.continue_()

    visit.page.route("**/kb-index/terms-*", gone_at_first)
    manifests: list[str] = []
    visit.page.on(
        "request",
        lambda request: manifests.append(request.url) if "manifest.json" in request.url else None,
    )
    page = visit.go("search/?q=certificate")
    expect(page.locator("[data-kb-results] > li").first).to_be_visible()
    assert len(asked) >= 2
    assert len(manifests) == 2
