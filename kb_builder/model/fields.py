"""The fields of a record, as data: what the loader, the rules and the page of formats read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["case", "collaboration", "article"]
KINDS: tuple[Kind, ...] = ("case", "collaboration", "article")

FieldType = Literal["text", "markdown", "date", "minutes", "texts", "dates", "mapping"]

NOTES = ("symptom", "cause", "resolution")
"""The fields from which alone a reader must be able to resolve an issue."""
MARKDOWN_FIELDS = (*NOTES, "workaround")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of front matter."""

    name: str
    type: FieldType
    meaning: str
    kinds: tuple[Kind, ...] = KINDS
    required: bool = False
    """Whether a record of its kinds is incomplete without it."""
    fields: tuple[Field, ...] = ()
    """Of a mapping: what may stand in it."""


_CASE: tuple[Kind, ...] = ("case",)
_CLOSED: tuple[Kind, ...] = ("case", "collaboration")
_COLLABORATION: tuple[Kind, ...] = ("collaboration",)

FIELDS: tuple[Field, ...] = (
    Field("id", "text", "`CASE-000417`, `COLLAB-000032` or `KB-000108`", required=True),
    Field("kind", "text", "`case`, `collaboration` or `article`", required=True),
    Field("title", "text", "the issue and where it occurs", required=True),
    Field("product", "text", "an entry of the product list", required=True),
    Field("environment", "texts", "versions, platforms and other surroundings", required=True),
    Field("symptom", "markdown", "what is seen: error text, code, behaviour", required=True),
    Field("cause", "markdown", "why it happens", required=True),
    Field("resolution", "markdown", "the steps that resolve it", required=True),
    Field("workaround", "markdown", "what helps until it is resolved"),
    Field("customer_words", "texts", "how the customer put it"),
    Field("root_cause", "text", "a path in the root cause tree, to a leaf", required=True),
    Field("severity", "text", "A, B or C at closing", _CASE, required=True),
    Field("severity_opened", "text", "A, B or C at opening", _CASE, required=True),
    Field("state", "text", "`Closed`", _CLOSED, required=True),
    Field("status", "text", "`Resolved` or one of the exceptions", _CLOSED, required=True),
    Field("status_reason", "text", "why the status is an exception", _CLOSED),
    Field("opened", "date", "the day it was opened", _CLOSED, required=True),
    Field("closed", "date", "the day it was closed", _CLOSED, required=True),
    Field(
        "confirmation",
        "mapping",
        "who agreed to the closing, and when",
        _CLOSED,
        required=True,
        fields=(
            Field("by", "text", "`customer`, `idle` or `case-owner`", required=True),
            Field("on", "date", "the day of the answer, or of giving up waiting", required=True),
            Field("attempts", "dates", "the days on which an idle customer was contacted"),
            Field("note", "text", "anything worth knowing about it"),
        ),
    ),
    Field("last_quality_response", "date", "the day it was sent", _CASE, required=True),
    Field("last_notes", "date", "the day they were entered", _COLLABORATION, required=True),
    Field("labor_minutes", "minutes", "time spent, the closing included", _CLOSED, required=True),
    Field("owner", "text", "alias of who closed it", _CLOSED, required=True),
    Field("case", "text", "id of the case helped", _COLLABORATION, required=True),
    Field("tags", "texts", "free words to find it by"),
    Field("related", "texts", "ids of related records"),
    Field("aliases", "texts", "former ids"),
    Field("review_by", "date", "the day by which to look at it again"),
    Field(
        "withdrawn",
        "mapping",
        "that it no longer holds",
        fields=(
            Field("on", "date", "the day it was withdrawn", required=True),
            Field("reason", "text", "why", required=True),
            Field("superseded_by", "text", "id of the record that holds now"),
        ),
    ),
    Field("source", "text", "where an imported record came from"),
)

FIELDS_BY_NAME = {field.name: field for field in FIELDS}


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields a record of `kind` may have, in their order; all of them for an unknown kind."""
    return tuple(field for field in FIELDS if kind not in KINDS or kind in field.kinds)
