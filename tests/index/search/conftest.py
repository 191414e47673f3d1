from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb_builder.index.whoosh_index import WhooshIndex
from tests.index.search.known import ENTRIES, SYNONYMS


@pytest.fixture(scope="session")
def index() -> Iterator[WhooshIndex]:
    with tempfile.TemporaryDirectory() as folder:
        index = WhooshIndex(Path(folder), SYNONYMS)
        index.update(ENTRIES)
        yield index
