from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb_builder.index import Card, Entry
from kb_builder.index.whoosh_index import WhooshIndex

MakeEntry = Callable[..., Entry]

_ON_CARD = ("id", "status", "root_cause", "closed", "withdrawn", "superseded_by")


def make_entry(
    key: str, kind: str = "case", product: str = "", signatures: tuple[str, ...] = (), **values: Any
) -> Entry:
    """An entry of a few texts by field, whose digest changes with any of them.

    What is named in _ON_CARD is put on its card; `about` holds what a record would say there.
    """
    digest = hashlib.sha256(repr((kind, product, signatures, sorted(values.items()))).encode())
    on_card = {name: values.pop(name) for name in _ON_CARD if name in values}
    card = Card(
        url=f"cases/{key}/",
        title=values.get("title", ""),
        kind=kind,
        path=key,
        product=product,
        symptom=values.get("symptom", ""),
        resolution=values.get("resolution", ""),
        **on_card,
    )
    return Entry(key, digest.hexdigest(), card, values, signatures)


@pytest.fixture
def index(tmp_path: Path) -> WhooshIndex:
    return WhooshIndex(tmp_path / "index", lock_seconds=0.2)
