"""What is asked for a new record, in the order of the closure procedure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kb_builder.model.fields import FIELDS, Field, Kind

Key = tuple[str, ...]
"""A field, or a field within a mapping: `("confirmation", "by")`."""

_NOTES = ("symptom", "cause", "resolution", "workaround")
_STATUS = ("state", "status", "status_reason")
_PUBLISH = (
    "title", "product", "environment", "customer_words", "signatures", "tags", "related",
    "review_by",
)  # fmt: skip

_ORDER: dict[Kind, dict[str, tuple[str, ...]]] = {
    "case": {
        "Confirm with the customer": (
            "confirmation.by", "confirmation.on", "confirmation.attempts", "confirmation.note",
        ),
        "Send the last quality response": ("last_quality_response",),
        "Lower a severity A case to B": ("severity_opened", "severity", "severity_lowered"),
        "Set the state and the status": _STATUS,
        "Note symptom, cause and resolution": _NOTES,
        "Choose the root cause": ("root_cause",),
        "Enter the labor time": ("labor_minutes",),
        "End the case": ("opened", "closed", "owner"),
        "Publish the record": _PUBLISH,
    },
    "collaboration": {
        "Confirm with the case owner": ("confirmation.by", "confirmation.on", "confirmation.note"),
        "Write the last notes": ("last_notes",),
        "Set the state and the status": _STATUS,
        "Note what you did": _NOTES,
        "Choose the root cause": ("root_cause",),
        "Enter the labor time": ("labor_minutes",),
        "End the collaboration": ("case", "opened", "closed", "owner"),
        "Publish the record": _PUBLISH,
    },
    "article": {
        "Say what it is about": ("title", "product", "environment"),
        "Note symptom, cause and resolution": (*_NOTES, "customer_words", "signatures"),
        "Choose the root cause": ("root_cause",),
        "Publish the record": ("tags", "related", "review_by"),
    },
}  # fmt: skip
"""By kind, the steps and the fields that each fills."""
_NOT_ASKED = {"id", "kind", "aliases", "withdrawn", "source"}
_NOT_FOR = {("collaboration", "confirmation.attempts")}


@dataclass(frozen=True, slots=True)
class Question:
    """One field to be filled."""

    key: Key
    field: Field
    step: str
    """The step of the procedure that it belongs to."""

    @property
    def name(self) -> str:
        return ".".join(self.key)

    @property
    def option(self) -> str:
        """How it is answered on the command line."""
        return "--" + "-".join(self.key).replace("_", "-")

    @property
    def is_list(self) -> bool:
        return self.field.type in ("texts", "dates")


def questions(kind: Kind, fields: Iterable[Field] = FIELDS) -> tuple[Question, ...]:
    """The questions of a kind in their order.

    A field that no step names is asked after the one that it follows in the list of fields.
    """
    steps: dict[str, list[str]] = {step: list(names) for step, names in _ORDER[kind].items()}
    asked = {name for names in steps.values() for name in names}
    known = dict(_fields(kind, fields))
    before = ""
    for name in known:
        if name not in asked:
            _put_after(before, name, steps)
        before = name
    return tuple(
        Question(tuple(name.split(".")), known[name], step)
        for step, names in steps.items()
        for name in names
        if name in known
    )


def _put_after(before: str, name: str, steps: dict[str, list[str]]) -> None:
    for names in steps.values():
        if before in names:
            names.insert(names.index(before) + 1, name)
            return
    next(reversed(steps.values())).append(name)


def _fields(kind: Kind, fields: Iterable[Field]) -> Iterator[tuple[str, Field]]:
    for field in fields:
        if field.name in _NOT_ASKED or kind not in field.kinds:
            continue
        if field.type != "mapping":
            yield field.name, field
            continue
        for inner in field.fields:
            name = f"{field.name}.{inner.name}"
            if (kind, name) not in _NOT_FOR:
                yield name, replace(inner, required=inner.required and field.required)
