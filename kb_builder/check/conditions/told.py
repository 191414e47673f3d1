"""The rules that are told as data, for a page that checks a record while it is being written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

from kb_builder.check.conditions.browser_pattern import UntranslatableError, browser_pattern
from kb_builder.check.conditions.values import Conditions
from kb_builder.check.phrases import PATTERNS
from kb_builder.check.registry import all_rules
from kb_builder.check.rule import Rule
from kb_builder.check.rules.collaboration.no_helped_case import NAMES_A_CASE
from kb_builder.model.content import Content
from kb_builder.model.fields import FIELDS, Field
from kb_builder.model.taxonomy import Topic
from kb_builder.model.words import WORD

_TYPED = {
    "date": ("a date", "write it as 2026-11-24"),
    "dates": ("a date", "write it as 2026-11-24"),
    "minutes": ("a whole number", "write whole minutes, such as 45"),
}


def told_rules() -> list[tuple[Rule, Conditions]]:
    """The rules that are told as data, each with its conditions."""
    return [
        (rule, rule.check_record)
        for rule in all_rules()
        if isinstance(rule.check_record, Conditions)
    ]


def told(content: Content) -> dict[str, Any]:
    """All that `site_templates/assets/kb/conditions.js` needs, as JSON."""
    conditions = {rule.name: conditions.told(content) for rule, conditions in told_rules()}
    # Of these two the page has a part only: it knows no other record, and types texts alone.
    conditions["no-helped-case"] = [NAMES_A_CASE.told(content)]
    conditions["wrong-type"] = list(_typed(FIELDS))
    severities = content.settings.rules
    return {
        "fields": [_field(field) for field in FIELDS],
        "rules": [
            {
                "name": rule.name,
                "severity": severities.get(rule.name, rule.severity),
                "conditions": conditions[rule.name],
            }
            for rule in all_rules()
            if rule.name in conditions and severities.get(rule.name) != "off"
        ],
        "patterns": {name: browser_pattern(pattern) for name, pattern in PATTERNS.items()},
        "word": browser_pattern(WORD),
        "ids": _id_patterns(content),
        "topics": [_topic(topic) for topic in content.taxonomy.topics],
    }


def _typed(fields: Iterable[Field], above: str = "") -> Iterator[dict[str, Any]]:
    """What is said of a text where the field asks for something else."""
    for field in fields:
        if field.type in _TYPED:
            what, help = _TYPED[field.type]
            message = f"`{{key}}` is a text, not {what}"
            yield {"test": "typed", "field": above + field.name, "message": message, "help": help}
        yield from _typed(field.fields, f"{field.name}.")


def _field(field: Field) -> dict[str, Any]:
    inner = [_field(inner) for inner in field.fields]
    return {"name": field.name, "type": field.type, "kinds": list(field.kinds), "fields": inner}


def _topic(topic: Topic) -> dict[str, Any]:
    told = {
        "name": topic.name,
        "description": topic.description,
        "replaced_by": topic.replaced_by,
        "topics": [_topic(below) for below in topic.topics],
    }
    return {name: value for name, value in told.items() if value}


def _id_patterns(content: Content) -> dict[str, str]:
    """The pattern of each kind's ids; none where a browser has no like for it."""
    found = {}
    for kind in content.settings.id_patterns:
        pattern = content.settings.id_pattern(kind)
        if pattern:
            with contextlib.suppress(UntranslatableError):
                found[kind] = browser_pattern(pattern)
    return found
