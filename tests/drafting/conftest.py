from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb_builder.drafting.desk import Desk, open_desk
from kb_builder.drafting.draft import Draft
from kb_builder.drafting.questions import Key
from kb_builder.load import find_site

VALUES: dict[Key, object] = {
    ("title",): "Sign-in to Halyard Mail on the web fails with HID50011 behind a proxy",
    ("product",): "Halyard Mail",
    ("environment",): ["Halyard Mail 7.2 on premises"],
    ("symptom",): "Behind the proxy of the branch, signing in ends with `HID50011`.",
    ("closed",): date(2026, 3, 6),
}


@pytest.fixture
def desk(example_project: Path) -> Desk:
    return open_desk(find_site())


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return Draft("case", desk.free_id("case"), VALUES)
