from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.check.cases import settings


@pytest.fixture(autouse=True)
def few_rules(site: Path) -> None:
    settings({})
