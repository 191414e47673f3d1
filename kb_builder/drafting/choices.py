"""What a question can be answered with, and whether it is to be asked at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kb_builder.check.confirmation import CONFIRMED_BY
from kb_builder.drafting.questions import Key
from kb_builder.model.fields import Kind
from kb_builder.model.taxonomy import Taxonomy
from kb_builder.model.words import closest, quoted

_MOST_NAMED = 4


def choices(key: Key, kind: Kind, taxonomy: Taxonomy) -> dict[str, str]:
    """The only answers there are, each with what it means; none where any text may be given."""
    match key:
        case ("product",):
            return {product.name: product.description for product in taxonomy.products}
        case ("status",):
            return {status.name: status.description for status in taxonomy.statuses}
        case ("root_cause",):
            return {topic.full_name: topic.description for topic in taxonomy.leaves()}
        case ("severity",):
            return {"B": "", "C": ""}
        case ("severity_opened",):
            return {"A": "", "B": "", "C": ""}
        case ("state",):
            return {"Closed": ""}
        case ("confirmation", "by"):
            return dict.fromkeys(CONFIRMED_BY[kind], "")
        case _:
            return {}


def chosen(typed: str, known: Mapping[str, str]) -> str:
    """The choice that is meant: that of this name in whatever case, or the only one with all its words."""
    folded = typed.strip().casefold()
    named = [choice for choice in known if choice.casefold() == folded]
    fitting = named or matching(typed, known)
    return fitting[0] if folded and len(fitting) == 1 else ""


def matching(typed: str, known: Mapping[str, str]) -> list[str]:
    """The choices that have all the words typed, or parts of them."""
    words = typed.casefold().split()
    return [choice for choice in known if all(word in choice.casefold() for word in words)]


def not_chosen(typed: str, known: Mapping[str, str]) -> str:
    """Why the text typed is no choice, and what may be meant."""
    fitting = matching(typed, known)
    if fitting:
        more = len(fitting) - _MOST_NAMED
        named = quoted(fitting[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        return f"choose one of {named}"
    near = closest(typed, known)
    return f"not in the list; did you mean `{near}`?" if near else "not in the list; Tab shows it"


def is_asked(key: Key, values: Mapping[Key, object], taxonomy: Taxonomy) -> bool:
    """Whether the question makes sense after the answers given."""
    match key:
        case ("confirmation", "attempts"):
            return values.get(("confirmation", "by")) == "idle"
        case ("status_reason",):
            return values.get(("status",)) in taxonomy.exceptions
        case ("severity_lowered",):
            opened = values.get(("severity_opened",))
            return bool(opened) and opened != values.get(("severity",))
        case _:
            return True


def suggestion(
    key: Key, values: Mapping[Key, object], known: Mapping[str, str], today: date
) -> str:
    """What the answer is most often, to be changed or taken over."""
    if key == ("closed",):
        return today.isoformat()
    if key == ("severity",):
        return "B" if values.get(("severity_opened",)) != "C" else "C"
    return only_choice(known)


def only_choice(known: Mapping[str, str]) -> str:
    return next(iter(known)) if len(known) == 1 else ""
