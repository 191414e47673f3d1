from __future__ import annotations

import pytest

from kb_builder.drafting.answers import answer, flat, nested
from kb_builder.drafting.choices import choices, chosen, is_asked, matching, not_chosen
from kb_builder.drafting.questions import Question, questions
from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.fields import FIELDS, KINDS, Field, Kind, fields_of
from tests.conftest import PROJECT

TAXONOMY = load_taxonomy(PROJECT / "content")
NOT_ASKED = {"id", "kind", "aliases", "withdrawn", "source"}


def named(name: str, kind: Kind = "case") -> Question:
    return next(question for question in questions(kind) if question.name == name)


def test_a_case_is_asked_for_in_the_order_of_its_closure() -> None:
    assert [question.name for question in questions("case")] == [
        "confirmation.by", "confirmation.on", "confirmation.attempts", "confirmation.note",
        "last_quality_response", "severity_opened", "severity", "severity_lowered", "state",
        "status", "status_reason", "symptom", "cause", "resolution", "workaround", "root_cause",
        "labor_minutes", "opened", "closed", "owner", "title", "product", "environment",
        "customer_words", "signatures", "tags", "related", "review_by",
    ]  # fmt: skip


def test_a_collaboration_is_asked_for_in_the_order_of_its_own_closure() -> None:
    assert [question.name for question in questions("collaboration")][:6] == [
        "confirmation.by", "confirmation.on", "confirmation.note", "last_notes", "state", "status",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_asked_for_once(kind: Kind) -> None:
    asked = [question.key[0] for question in questions(kind)]
    assert set(asked) == {field.name for field in fields_of(kind)} - NOT_ASKED
    names = [question.name for question in questions(kind)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_field_is_asked_for_after_the_one_it_follows(kind: Kind) -> None:
    at = [field.name for field in FIELDS].index("cause") + 1
    fields = (*FIELDS[:at], Field("proof", "markdown", "what shows it"), *FIELDS[at:])
    names = [question.name for question in questions(kind, fields)]
    assert names[names.index("cause") + 1] == "proof"


def test_an_option_is_called_as_its_field() -> None:
    assert named("confirmation.by").option == "--confirmation-by"
    assert named("last_quality_response").option == "--last-quality-response"


def test_only_leaves_that_are_not_replaced_can_be_chosen() -> None:
    known = choices(("root_cause",), "case", TAXONOMY)
    assert "Identity > Sign-in > Token cache" in known
    assert "Identity > Sign-in" not in known
    assert "Identity > Sign-in > Cookie jar" not in known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Identity > Sign-in > Token cache", "Identity > Sign-in > Token cache"),
        ("identity > sign-in > token cache ", "Identity > Sign-in > Token cache"),
        ("token cache", "Identity > Sign-in > Token cache"),
        ("Identity > Sign-in", ""),
        ("", ""),
    ],
)
def test_a_choice_is_named_or_is_the_only_one_with_the_words(typed: str, meant: str) -> None:
    assert chosen(typed, choices(("root_cause",), "case", TAXONOMY)) == meant


def test_the_name_of_one_product_may_begin_that_of_another() -> None:
    known = choices(("product",), "case", TAXONOMY)
    assert matching("halyard mail", known) == ["Halyard Mail", "Halyard Mail Desktop"]
    assert chosen("halyard mail", known) == "Halyard Mail"


def test_what_is_no_choice_leads_to_those_that_are() -> None:
    known = choices(("root_cause",), "case", TAXONOMY)
    assert not_chosen("Identity > Sign-in", known).startswith("choose one of `Identity > Sign-in >")
    products = choices(("product",), "case", TAXONOMY)
    assert not_chosen("Halyrad Drvie", products) == "not in the list; did you mean `Halyard Drive`?"
    assert not_chosen("zzz", products) == "not in the list; Tab shows it"


@pytest.mark.parametrize(
    ("name", "before", "asked"),
    [
        ("confirmation.attempts", {("confirmation", "by"): "idle"}, True),
        ("confirmation.attempts", {("confirmation", "by"): "customer"}, False),
        ("status_reason", {("status",): "Duplicate"}, True),
        ("status_reason", {("status",): "Resolved"}, False),
        ("severity_lowered", {("severity_opened",): "A", ("severity",): "B"}, True),
        ("severity_lowered", {("severity_opened",): "B", ("severity",): "B"}, False),
        ("cause", {}, True),
    ],
)
def test_what_the_answers_make_needless_is_not_asked(
    name: str, before: dict[tuple[str, ...], object], asked: bool
) -> None:
    assert is_asked(named(name).key, before, TAXONOMY) is asked


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("closed", ["2026-03-05"], "2026-03-05"),
        ("closed", ["5 March 2026"], "2026-03-05"),
        ("closed", ["05/03/2026"], "05/03/2026"),
        ("closed", [" "], "None"),
        ("labor_minutes", ["85"], "85"),
        ("labor_minutes", ["two hours"], "two hours"),
        ("title", ["  one\n line "], "one line"),
        ("environment", ["Windows 11", "", "Mail 7.2"], "['Windows 11', 'Mail 7.2']"),
    ],
)
def test_an_answer_becomes_what_front_matter_holds(name: str, typed: list[str], value: str) -> None:
    assert str(answer(named(name), typed)) == value


def test_an_answer_holds_nothing_that_no_file_can_hold() -> None:
    question = next(each for each in questions("case") if each.name == "symptom")
    assert answer(question, ["a \udcff byte"]) == "a � byte"


def test_fields_and_answers_are_the_same_in_two_shapes() -> None:
    values: dict[tuple[str, ...], object] = {
        ("title",): "x",
        ("confirmation", "by"): "idle",
        ("tags",): ["a"],
    }
    assert flat(nested(values)) == values
    assert nested(values)["confirmation"] == {"by": "idle"}
    assert flat({"confirmation": "by phone", "unknown": 1, "tags": []}) == {}
