"""The JSON Schema accepts what the rules accept, and refuses what an editor can see."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kb_builder.check import all_rules, check
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.rule import Example
from kb_builder.check.schema import record_schema
from kb_builder.load import load_content
from kb_builder.load.source import parse_source
from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.fields import FIELDS, KINDS
from kb_builder.model.settings import Settings, parse_settings
from kb_builder.model.taxonomy import Taxonomy
from tests.conftest import PROJECT


def as_json(value: Any) -> Any:
    """What YAML has read, in the types of JSON: there are no dates there."""
    if isinstance(value, Mapping):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def fields_of(example: Example) -> Any:
    text = str(example_text(example))
    return as_json(parse_source(text.encode(), "a.md", Path("cases/a.md")).fields)  # type: ignore[arg-type]


def validator(taxonomy: Taxonomy, settings: Settings | None = None) -> Any:
    schema = record_schema(taxonomy, settings or Settings())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory: pytest.TempPathFactory) -> Taxonomy:
    """The lists that the examples of rules choose from."""
    root = tmp_path_factory.mktemp("content")
    write_example(Example(), root)
    return load_taxonomy(root)


def test_every_record_of_the_example_site_is_valid() -> None:
    content = load_content(PROJECT / "content")
    valid = validator(content.taxonomy)
    assert len(content.records) > 60
    for record in content.records:
        errors = [error.message for error in valid.iter_errors(as_json(record.file.fields))]
        assert errors == [], record.file.path


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_record_of_each_kind_is_valid(kind: str, taxonomy: Taxonomy) -> None:
    validator(taxonomy).validate(fields_of(Example(kind=kind)))


WRONG = {
    "an unknown field": "tag: x",
    "a field of another kind": "last_notes: 2026-03-05",
    "an unknown product": "product: Halyard Male",
    "a topic that is no leaf": "root_cause: Identity > Sign-in",
    "a deprecated topic": "root_cause: Identity > Sign-in > Cookie jar",
    "severity A at closing": "severity: A",
    "an unknown severity": "severity_opened: S1",
    "a state that is not Closed": "state: Active",
    "an unknown status": "status: Done",
    "an exception without a reason": "status: Waiting for product fix",
    "a date in another form": "closed: 06.03.2026",
    "a day that is not there": "closed: '2026-02-30'",
    "a text where a list belongs": "environment: Halyard Mail 7.2",
    "an empty list that is required": "environment: []",
    "minutes as a text": "labor_minutes: 1 h",
    "no minutes": "labor_minutes: 0",
    "an id of another form": "id: CASE-417",
    "an unknown kind": "kind: incident",
    "a long title": f"title: {'x' * 121}",
    "an empty title": "title:",
    "a blank symptom": "symptom: ' '",
    "a confirmation by another": "confirmation:\n  by: case-owner\n  on: 2026-03-05",
    "a confirmation of nobody": "confirmation:\n  on: 2026-03-05",
    "a confirmation with more": "confirmation:\n  by: idle\n  on: 2026-03-05\n  at: noon",
    "a confirmation as text": "confirmation: yes it was",
    "an attempt on no day": "confirmation:\n  by: idle\n  on: 2026-03-05\n  attempts: [soon]",
    "a withdrawal without a reason": "withdrawn:\n  on: 2026-03-10",
    "a number as a tag": "tags: [7]",
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(fields: str, taxonomy: Taxonomy) -> None:
    assert not validator(taxonomy).is_valid(fields_of(Example(fields)))


@pytest.mark.parametrize("field", [field.name for field in FIELDS if field.required])
def test_a_required_field_must_be_there(field: str, taxonomy: Taxonomy) -> None:
    valid = validator(taxonomy)
    for kind in KINDS:
        record = fields_of(Example(kind=kind))
        if field in record:
            del record[field]
            assert not valid.is_valid(record)


def test_an_optional_field_may_stand_there_with_no_value(taxonomy: Taxonomy) -> None:
    empty = "".join(f"{field.name}:\n" for field in FIELDS if not field.required)
    kinds = "".join(f"{f.name}:\n" for f in FIELDS if not f.required and "case" in f.kinds)
    assert empty.startswith("workaround:")
    validator(taxonomy).validate(fields_of(Example(kinds)))


def test_only_what_a_rule_calls_an_error_is_refused(taxonomy: Taxonomy) -> None:
    settings = parse_settings({"rules": {"unknown-product": "warning", "unknown-field": "off"}})
    record = fields_of(Example("product: Halyard Male\nticket: 7"))
    validator(taxonomy, settings).validate(record)
    assert not validator(taxonomy).is_valid(record)


def test_the_settings_of_the_site_hold(taxonomy: Taxonomy) -> None:
    settings = parse_settings({"id_patterns": {"case": r"HD-\d{4}"}, "title_length": 10})
    valid = validator(taxonomy, settings)
    record = fields_of(Example("id: HD-0001\ntitle: Short"))
    valid.validate(record)
    assert not valid.is_valid({**record, "id": "xHD-0001"})
    assert not valid.is_valid({**record, "title": "Longer than ten"})


def test_without_lists_everything_can_be_chosen() -> None:
    validator(Taxonomy()).validate(fields_of(Example("product: Any\nstatus: Any")))


def test_no_good_example_of_a_rule_is_refused(taxonomy: Taxonomy) -> None:
    """What no rule finds fault with must not be red in an editor."""
    valid = validator(taxonomy)
    tried = 0
    for rule in all_rules():
        good = rule.good
        own_lists = any(name.startswith("taxonomy/") for name in good.files)
        silenced = "kb: ignore" in good.fields
        if good.text or own_lists or silenced or set(good.settings) - {"rules"}:
            continue
        errors = [error.message for error in valid.iter_errors(fields_of(good))]
        assert errors == [], rule.name
        tried += 1
    assert tried > 30


def test_what_the_schema_refuses_a_rule_refuses_too(tmp_path: Path, taxonomy: Taxonomy) -> None:
    for number, fields in enumerate(WRONG.values()):
        root = tmp_path / str(number)
        write_example(Example(fields), root)
        assert any(found.severity == "error" for found in check(load_content(root))), fields


def test_it_says_what_each_field_is_and_where_it_stands(taxonomy: Taxonomy) -> None:
    schema = record_schema(taxonomy, Settings(own_addresses=("https://kb.example.com/",)))
    assert schema["$id"] == "https://kb.example.com/schema/record.json"
    case = schema["$defs"]["case"]["properties"]
    assert case["owner"]["description"] == "the alias of who closed it"
    assert case["root_cause"]["enum"] == [
        "Identity > Sign-in > Reply address",
        "Identity > Sign-in > Token cache",
    ]
    assert json.loads(json.dumps(schema)) == copy.deepcopy(schema)
