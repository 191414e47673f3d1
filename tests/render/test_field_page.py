from __future__ import annotations

from kb_builder.model.fields import FIELDS, FIELDS_BY_NAME, KINDS
from kb_builder.render.field_page import field_page
from kb_builder.render.markdown import inline
from tests.render.made import Read


def test_every_field_and_a_whole_record_of_every_kind_is_shown() -> None:
    page = field_page()
    read = Read.of(page.html)
    for field in FIELDS:
        assert f"<code>{field.name}</code>" in page.html
        for inner in field.fields:
            assert f"<code>{field.name}.{inner.name}</code>" in page.html
    assert read.ids == ["table", *KINDS]
    assert [heading.id for heading in page.headings] == read.ids


def test_a_row_tells_kinds_need_type_and_meaning() -> None:
    meaning = inline(FIELDS_BY_NAME["severity"].meaning)
    assert (
        "<tr><td><code>severity</code></td><td>case</td><td>yes</td><td>text</td>"
        f"<td>{meaning}</td></tr>"
    ) in field_page().html
