from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kb_builder.check import check
from kb_builder.load.record import load_record
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content
from kb_builder.model.fields import FIELDS
from kb_builder.model.settings import Settings

VALUES = ["", "~", "''", "5", "-0.5", "yes", "2026-13-45", "2026-03-02", "[]", "[~, 5, x, [a], {b: c}]",
          "{}", "{by: [], on: x, attempts: [~, soon, 2026-03-01], reason: 1, superseded_by: {}}",
          "'[a](b'", "'[a](%00%ff//)'", "' > > '"]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("kind", ["case", "collaboration", "article", "[]"])
def test_no_value_of_any_field_makes_a_rule_fail(value: str, kind: str) -> None:
    lines = [f"{field.name}: {value}" for field in FIELDS if field.name != "kind"]
    text = "\n".join(["---", f"kind: {kind}", *lines, "---", "[a]: b\n![a]"])
    source = parse_source(text.encode(), "a.md", PurePosixPath("cases/a.md"))
    record = load_record(source, source.fields or {}, "a")
    content = Content(records=(record, record), settings=Settings(idle_attempts=3))
    found = check(content)
    assert found
    assert all(
        finding.span.path == "a.md" and 1 <= finding.span.line <= len(source.lines)
        for finding in found
    )
