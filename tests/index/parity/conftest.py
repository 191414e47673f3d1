from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb_builder.index import entries
from kb_builder.load import load_content
from tests.index.made_up import SYNONYMS, made_up
from tests.index.parity.published import ROOT, Published, publish


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The example content."""
    content = load_content(ROOT / "content")
    folder = tmp_path_factory.mktemp("example")
    yield from publish(folder, list(entries(content)), content.synonyms.groups)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Made-up content of several files of each sort."""
    yield from publish(tmp_path_factory.mktemp("large"), list(made_up()), SYNONYMS)
