from __future__ import annotations

import pytest

from kb_builder.model.fields import FIELDS, Field, fields_of

ALL = [*FIELDS, *(inner for field in FIELDS for inner in field.fields)]


@pytest.mark.parametrize("field", ALL, ids=lambda field: field.name)
def test_a_meaning_reads_well_after_and(field: Field) -> None:
    first = field.meaning.split(maxsplit=1)[0]
    assert not field.meaning.endswith(".")
    assert first.startswith("`") or first in {
        "the", "its", "one", "what", "why", "who", "further", "anything", "that",
    }  # fmt: skip


def test_a_kind_has_its_own_fields_and_an_unknown_one_all() -> None:
    assert "last_notes" in {field.name for field in fields_of("collaboration")}
    assert "last_notes" not in {field.name for field in fields_of("case")}
    assert fields_of("incident") == FIELDS
