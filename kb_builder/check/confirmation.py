"""Whether the right person has agreed to a closing: what cases and collaborations share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb_builder.check.conditions.condition import Condition, Where
from kb_builder.check.conditions.values import Given, OneOf
from kb_builder.check.fields import KIND_NAMES
from kb_builder.model.fields import Kind

CONFIRMED_BY: dict[Kind, tuple[str, ...]] = {
    "case": ("customer", "idle"),
    "collaboration": ("case-owner",),
    "article": (),
}
"""By kind, who may have confirmed."""


def confirmed_by(kind: Kind, others: Mapping[str, str], help: str) -> Iterator[Condition]:
    """That `confirmation.by` is there, and one of those that the kind allows.

    `others` gives the message for values that have a meaning, but not for a record of this kind.
    """
    yield Given(
        field="confirmation",
        kinds=(kind,),
        message=f"{KIND_NAMES[kind]} is closed without a confirmation",
        help=help,
    )
    yield Given(
        field="confirmation.by",
        kinds=(kind,),
        when=(Where("confirmation"),),
        message="the confirmation does not say who gave it",
        help=help,
        at="confirmation",
        at_name=True,
    )
    yield OneOf(
        field="confirmation.by",
        kinds=(kind,),
        values=CONFIRMED_BY[kind],
        others=others,
        message="{value} does not say who confirmed",
        help=help,
    )
