from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from tests.cli.conftest import Kb


def test_the_schema_knows_the_lists_of_the_site(kb: Kb) -> None:
    ended = kb("schema")
    assert (ended.code, ended.err) == (0, "")
    schema = json.loads(ended.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    case = schema["$defs"]["case"]["properties"]
    assert case["product"]["enum"] == ["Halyard Mail", "Halyard Drive"]


def test_without_a_site_there_is_none(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("schema").code == 2


def test_the_published_site_has_it(kb: Kb, site: Path) -> None:
    with (site / "mkdocs.yml").open("a") as file:
        file.write("site_url: https://kb.example.com/\n")
    assert kb("build").code == 0
    published = (site / "site/schema/record.json").read_text(encoding="utf-8")
    assert published == kb("schema").out
    assert json.loads(published)["$id"] == "https://kb.example.com/schema/record.json"
