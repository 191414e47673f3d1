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
    Field(
        "id",
        "text",
        "its number, such as `CASE-000417`, `COLLAB-000032` or `KB-000108`",
        required=True,
    ),
    Field("kind", "text", "one of `case`, `collaboration` and `article`", required=True),
    Field("title", "text", "the issue and where it occurs", required=True),
    Field("product", "text", "the product, as the list of products names it", required=True),
    Field(
        "environment",
        "texts",
        "the versions, platforms and other surroundings, one an entry",
        required=True,
    ),
    Field(
        "symptom",
        "markdown",
        "what is seen: the error text, its code, the behaviour",
        required=True,
    ),
    Field("cause", "markdown", "why it happens", required=True),
    Field("resolution", "markdown", "the steps that resolve it", required=True),
    Field("workaround", "markdown", "what helps until it is resolved"),
    Field("customer_words", "texts", "the customer's own phrases for the issue, one an entry"),
    Field(
        "signatures", "texts", "what finds it in a pasted log: regular expressions, one an entry"
    ),
    Field("root_cause", "text", "the path in the root cause tree, down to a leaf", required=True),
    Field("severity", "text", "`B` or `C`, the severity at closing", _CASE, required=True),
    Field(
        "severity_opened", "text", "`A`, `B` or `C`, the severity at opening", _CASE, required=True
    ),
    Field("severity_lowered", "date", "the day on which it was lowered", _CASE),
    Field("state", "text", "the state in Service Desk, which is `Closed`", _CLOSED, required=True),
    Field(
        "status", "text", "the status, `Resolved` or one of the exceptions", _CLOSED, required=True
    ),
    Field("status_reason", "text", "why the status is another than `Resolved`", _CLOSED),
    Field("opened", "date", "the day on which it was opened", _CLOSED, required=True),
    Field("closed", "date", "the day on which it was closed", _CLOSED, required=True),
    Field(
        "confirmation",
        "mapping",
        "who agreed to the closing, and when",
        _CLOSED,
        required=True,
        fields=(
            Field("by", "text", "who confirmed: `customer`, `idle` or `case-owner`", required=True),
            Field("on", "date", "the day of the answer, or of giving up waiting", required=True),
            Field("attempts", "dates", "the days on which an idle customer was contacted"),
            Field("note", "text", "anything else worth knowing about the confirmation"),
        ),
    ),
    Field("last_quality_response", "date", "the day on which it was sent", _CASE, required=True),
    Field(
        "last_notes", "date", "the day on which they were entered", _COLLABORATION, required=True
    ),
    Field(
        "labor_minutes",
        "minutes",
        "the minutes spent on it, the closing included",
        _CLOSED,
        required=True,
    ),
    Field("owner", "text", "the alias of who closed it", _CLOSED, required=True),
    Field("case", "text", "the id of the case that it helped with", _COLLABORATION, required=True),
    Field("tags", "texts", "further words to filter and find it by"),
    Field("related", "texts", "the ids of records on neighbouring issues, which name this one too"),
    Field("aliases", "texts", "the ids that it had before"),
    Field("review_by", "date", "the day by which somebody looks at it again"),
    Field(
        "withdrawn",
        "mapping",
        "that it no longer holds, since when and why",
        fields=(
            Field("on", "date", "the day on which it was withdrawn", required=True),
            Field("reason", "text", "why it no longer holds", required=True),
            Field("superseded_by", "text", "the id of the record that holds now"),
        ),
    ),
    Field("source", "text", "the place that an imported record came from"),
)

FIELDS_BY_NAME = {field.name: field for field in FIELDS}


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields a record of `kind` may have, in their order; all of them for an unknown kind."""
    return tuple(field for field in FIELDS if kind not in KINDS or kind in field.kinds)
