from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_builder.index import Card, Entry
from kb_builder.index.whoosh_index import WhooshIndex

MakeEntry = Callable[..., Entry]


def make_entry(key: str, kind: str = "case", product: str = "", **texts: str) -> Entry:
    """An entry of a few texts by field, whose digest changes with any of them."""
    digest = hashlib.sha256(repr((kind, product, sorted(texts.items()))).encode()).hexdigest()
    card = Card(
        url=f"cases/{key}/", title=texts.get("title", ""), kind=kind, path=key, product=product
    )
    return Entry(key, digest, card, texts)


@pytest.fixture
def index(tmp_path: Path) -> WhooshIndex:
    return WhooshIndex(tmp_path / "index", lock_seconds=0.2)
