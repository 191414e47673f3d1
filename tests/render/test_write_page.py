"""The data that the form's scripts work on."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kb_builder.load import load_content
from kb_builder.model.fields import KINDS
from kb_builder.model.taxonomy import Topic
from kb_builder.render.new_file import NewFile
from kb_builder.render.write_page import write_page
from tests.render.made import a_content, a_record

ROOT = Path(__file__).parents[2]


def data_of(html: str) -> Any:
    return json.loads(unescape(html.split("data-kb-write-data>")[1].split("</template>")[0]))


@pytest.fixture(scope="module")
def data() -> Any:
    new = NewFile("github", "GitHub", "https://github.com/o/r/new/main/content")
    return data_of(write_page(load_content(ROOT / "content"), new).html)


def test_every_step_of_a_kind_leads_to_the_procedure_that_it_is_of(data: Any) -> None:
    steps = {kind: {step["title"]: step["href"] for step in data["kinds"][kind]} for kind in KINDS}
    assert steps["case"]["Lower a severity A case to B"] == (
        "../procedures/case-closure/#lower-severity"
    )
    assert steps["collaboration"]["Write the last notes"] == (
        "../procedures/collaboration-closure/#last-notes"
    )
    assert all(href for title, href in steps["case"].items() if title)


def test_a_field_has_its_label_and_what_it_can_be_answered_with(data: Any) -> None:
    fields = {field["name"]: field for step in data["kinds"]["case"] for field in step["fields"]}
    assert fields["severity"]["choices"] == ["B", "C"]
    assert fields["severity"]["label"] == "Severity at closing"
    assert fields["product"]["choices"][0] == "Halyard Mail"
    assert fields["root_cause"]["choices"] == []
    assert fields["workaround"]["required"] is False


def test_a_file_goes_where_most_records_of_its_product_are(data: Any) -> None:
    assert data["folders"]["Halyard Meet"] == "cases/meet"
    assert data["folders"][""] == "cases"


def test_the_git_host_is_told(data: Any) -> None:
    assert data["host"] == {
        "host": "github",
        "name": "GitHub",
        "url": "https://github.com/o/r/new/main/content",
    }
    assert data_of(write_page(a_content()).html)["host"] is None


def test_no_name_of_the_taxonomy_ends_the_data() -> None:
    evil = "</template></script><script>alert(1)</script><!-- &lt; &amp;"
    content = a_content(a_record(product=evil), topics=(Topic((evil,)),), products=(evil,))
    html = write_page(content).html
    assert html.count("</template>") == 1
    # Instant navigation runs every script on the page, whatever its type says.
    assert "<script" not in html
    assert data_of(html)["told"]["topics"] == [{"name": evil}]
