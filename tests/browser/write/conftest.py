from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.write.form import opened


@pytest.fixture
def form(visit: Visit) -> Page:
    return opened(visit)
