from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.fields import FIELDS, KINDS, NOTES, Field

_HAVE_RULES_OF_THEIR_OWN = {
    *NOTES,
    "confirmation",
    "confirmation.by",
    "last_quality_response",
    "last_notes",
    "labor_minutes",
    "case",
    "withdrawn.reason",
}


def _conditions() -> Iterator[Given]:
    for field in FIELDS:
        yield from _given(field, field)
        for inner in field.fields:
            yield from _given(inner, field, Where(field.name))


def _given(field: Field, outer: Field, *when: Where) -> Iterator[Given]:
    """A field of some kinds only is not missed where the kind is unknown."""
    name = f"{outer.name}.{field.name}" if when else field.name
    if field.required and name not in _HAVE_RULES_OF_THEIR_OWN:
        yield Given(
            field=name,
            kinds=() if outer.kinds == KINDS or when else outer.kinds,
            when=when,
            message=f"`{name}` is missing",
            written=f"`{name}` has no value",
            help=f"write `{field.name}:` and {field.meaning}",
            at_name=True,
        )


RULE = Rule(
    name="missing-field",
    theme="form",
    summary="A field that is missing although every record of its kind has it",
    reason=(
        "The lists, the filters and the figures of the site are made from these fields. A record "
        "without one is left out where somebody looks for it."
    ),
    step="case-closure#publish-the-record",
    bad=Example(without=("owner", "severity")),
    expected="""\
CASE-000417.md:1:1: error[missing-field] `owner` is missing
  help: write `owner:` and the alias of who closed it
CASE-000417.md:1:1: error[missing-field] `severity` is missing
  help: write `severity:` and `B` or `C`, the severity at closing""",
    good=Example("owner: jonas.t\nseverity: C"),
    check_record=meets(*_conditions()),
)
