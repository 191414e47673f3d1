"""The JSON Schema of front matter: what of the rules an editor can tell while a record is written."""

from __future__ import annotations

import json
from typing import Any

from kb_builder.check.confirmation import CONFIRMED_BY
from kb_builder.check.registry import rule_named
from kb_builder.model.fields import KINDS, Field, Kind, fields_of
from kb_builder.model.settings import Settings
from kb_builder.model.taxonomy import Taxonomy

PLACE = "schema/record.json"
"""Where it stands on the published site."""

Schema = dict[str, Any]

_TYPES: dict[str, Schema] = {
    "text": {"type": "string"},
    "markdown": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "minutes": {"type": "integer"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "dates": {"type": "array", "items": {"type": "string", "format": "date"}},
}
_NOT_BLANK: dict[str, Schema] = {
    "text": {"pattern": r"\S"},
    "markdown": {"pattern": r"\S"},
    "texts": {"minItems": 1},
}
_CONFIRMED: dict[Kind, str] = {
    "case": "not-confirmed",
    "collaboration": "not-confirmed-by-case-owner",
}
"""By kind the rule on who may have confirmed."""


def schema_text(taxonomy: Taxonomy, settings: Settings) -> str:
    """The schema as the text of a file."""
    return json.dumps(record_schema(taxonomy, settings), ensure_ascii=False, indent=2) + "\n"


def record_schema(taxonomy: Taxonomy, settings: Settings) -> Schema:
    """The schema (2020-12) of the front matter of a site's records, in JSON's types.

    It refuses only what a rule calls an error under these settings.
    """
    schemas = _Schemas(taxonomy, settings)
    schema: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if settings.own_addresses:
        schema["$id"] = f"{settings.own_addresses[-1].rstrip('/')}/{PLACE}"
    return schema | {
        "title": "Front matter of a record",
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS), "description": "the kind of record"}},
        "required": ["kind"],
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{kind}"},
            }
            for kind in KINDS
        ],
        "$defs": {kind: schemas.of_kind(kind) for kind in KINDS},
    }


class _Schemas:
    """Makes the schemas of one site."""

    def __init__(self, taxonomy: Taxonomy, settings: Settings) -> None:
        self.taxonomy, self.settings = taxonomy, settings

    def of_kind(self, kind: Kind) -> Schema:
        schema = self._mapping(fields_of(kind), kind)
        exceptions = list(self.taxonomy.exceptions)
        if "status_reason" in schema["properties"] and exceptions:
            excepted = {"properties": {"status": {"enum": exceptions}}, "required": ["status"]}
            if self._is_error("exception-without-reason"):
                schema |= {"if": excepted, "then": {"required": ["status_reason"]}}
        return schema

    def _mapping(self, fields: tuple[Field, ...], kind: Kind, within: str = "") -> Schema:
        schema: Schema = {
            "type": "object",
            "properties": {field.name: self._field(field, kind, within) for field in fields},
        }
        required = [field.name for field in fields if field.required]
        if required and self._is_error("missing-field"):
            schema["required"] = required
        if self._is_error("unknown-field") and self._is_error("field-of-another-kind"):
            schema["additionalProperties"] = False
        return schema

    def _field(self, field: Field, kind: Kind, within: str) -> Schema:
        described: Schema = {"description": field.meaning.replace("`", "")}
        if field.type == "mapping":
            schema = self._mapping(field.fields, kind, field.name)
        else:
            schema = dict(_TYPES[field.type])
            if field.required:
                schema |= _NOT_BLANK.get(field.type, {})
            schema |= self._values(f"{within}.{field.name}".strip("."), kind)
        if field.required:
            return described | schema
        # What is optional may stand there with no value.
        return described | {"anyOf": [schema, {"type": "null"}]}

    def _values(self, name: str, kind: Kind) -> Schema:
        """What a rule allows in a field, beside its type."""
        pattern = self.settings.id_pattern(kind)
        leaves = [leaf.full_name for leaf in self.taxonomy.leaves()]
        allowed: dict[str, tuple[str, Schema]] = {
            "kind": ("unknown-kind", {"const": kind}),
            "title": ("title-too-long", {"maxLength": self.settings.title_length}),
            "product": ("unknown-product", _one_of(self.taxonomy.product_names)),
            "root_cause": ("root-cause-not-leaf", _one_of(leaves)),
            "severity": ("severity-a-at-closure", _one_of("BC")),
            "severity_opened": ("unknown-severity", _one_of("ABC")),
            "state": ("state-not-closed", {"const": "Closed"}),
            "status": ("unknown-status", _one_of(self.taxonomy.status_names)),
            "confirmation.by": (_CONFIRMED.get(kind, ""), _one_of(CONFIRMED_BY[kind])),
            "labor_minutes": ("no-labor-time", {"minimum": 1}),
        }
        if pattern:
            allowed["id"] = ("bad-id", {"pattern": f"^(?:{pattern.pattern})$"})
        rule, schema = allowed.get(name, ("", {}))
        return schema if self._is_error(rule) else {}

    def _is_error(self, rule: str) -> bool:
        known = rule_named(rule)
        return known is not None and self.settings.rules.get(rule, known.severity) == "error"


def _one_of(choices: Any) -> Schema:
    return {"enum": list(choices)} if choices else {}
