from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


def test_unknown_fields_are_found_in_mappings_too(diagnose: Diagnose) -> None:
    confirmation = "confirmation:\n  by: customer\n  on: 2026-03-05\n  attempt: 2026-03-04"
    assert diagnose(Example(confirmation)) == (
        "CASE-000417.md:5:3: error[unknown-field] unknown field `attempt` in `confirmation`\n"
        "  help: did you mean `attempts`?"
    )


def test_a_field_of_another_kind_is_no_unknown_one(messages: Messages) -> None:
    assert messages(Example("last_notes: 2026-03-05")) == [
        "CASE-000417.md:2:1: error[field-of-another-kind] a case has no `last_notes`"
    ]


def test_required_fields_of_a_mapping_are_missed_at_its_key(messages: Messages) -> None:
    assert messages(Example("withdrawn:\n  reason: It holds no more.")) == [
        "CASE-000417.md:2:1: error[missing-field] `withdrawn.on` is missing"
    ]
    assert messages(Example("confirmation:\n  by: customer")) == [
        "CASE-000417.md:2:1: error[missing-field] `confirmation.on` is missing"
    ]


@pytest.mark.parametrize("value", ["", " ''", " ~"])
def test_a_field_without_a_value_is_missing_too(value: str, messages: Messages) -> None:
    [message] = messages(Example(f"owner:{value}"))
    assert message.endswith("error[missing-field] `owner` has no value")


def test_an_empty_list_is_missing(messages: Messages) -> None:
    assert messages(Example("environment: []")) == [
        "CASE-000417.md:2:1: error[missing-field] `environment` has no value"
    ]


def test_without_a_kind_only_what_every_kind_has_is_missed(messages: Messages) -> None:
    assert messages(Example(without=("kind", "severity", "owner", "product"))) == [
        "CASE-000417.md:1:1: error[missing-field] `kind` is missing",
        "CASE-000417.md:1:1: error[missing-field] `product` is missing",
    ]


@pytest.mark.parametrize(
    "line",
    ["title: 2026", "severity: 2", "confirmation: yes", "state: 1", "cause: [a]", "kind: [case]",
     "labor_minutes: many", "related: CASE-000900", "root_cause: 4.5", "id: 417", "status: no"],
)  # fmt: skip
def test_a_value_of_the_wrong_type_is_reported_once(line: str, messages: Messages) -> None:
    [message] = messages(Example(line))
    assert "error[wrong-type]" in message


def test_an_id_counts_as_taken_by_an_alias(messages: Messages) -> None:
    other = "---\nid: CASE-000500\nkind: case\naliases:\n  - CASE-000900\n  - CASE-000417\n---\n"
    said = messages(Example(files={"cases/CASE-000500.md": other}))
    assert (
        "CASE-000500.md:6:5: error[duplicate-id] "
        "`CASE-000417` is already the id of CASE-000417.md:2" in said
    )


def test_an_alias_is_placed_right_after_one_of_the_wrong_type(messages: Messages) -> None:
    assert messages(Example("aliases:\n  - 398\n  - CASE-000417\n  -")) == [
        "CASE-000417.md:3:5: error[wrong-type] `aliases.1` is a number, not a text",
        "CASE-000417.md:4:5: error[duplicate-id] "
        "`CASE-000417` is already the id of CASE-000417.md:6",
    ]


@pytest.mark.parametrize("text", ["", "- product: [", "a text"])
@pytest.mark.parametrize("name", ["products.yml", "statuses.yml", "root-causes.yml"])
def test_a_broken_list_is_reported_and_not_every_record(
    name: str, text: str, messages: Messages
) -> None:
    said = messages(Example(files={f"taxonomy/{name}": text}))
    assert said and all("error[broken-taxonomy]" in message for message in said)


def test_a_long_or_wrapped_value_is_shown_on_one_line(messages: Messages) -> None:
    [message] = messages(Example(f"product: |\n  Halyard\n  {'Mail ' * 100}"))
    assert "\n" not in message and len(message) < 200


def test_the_id_of_another_kind_is_a_bad_one(messages: Messages) -> None:
    assert messages(Example("id: KB-000108")) == [
        "CASE-000417.md:2:5: error[bad-id] `KB-000108` is not the id of a case"
    ]


def test_signatures_that_could_run_for_ever_are_refused_where_they_stand(
    messages: Messages,
) -> None:
    signatures = "signatures:\n  - HID50011\n  - 5\n  - (HID50011 a+)+b\n  - HID50011 .*.*b"
    assert messages(Example(signatures)) == [
        "CASE-000417.md:4:5: error[wrong-type] `signatures.2` is a number, not a text",
        "CASE-000417.md:5:5: error[signature-unusable] `(HID50011 a+)+` repeats a repeat",
        "CASE-000417.md:6:5: error[signature-unusable] "
        "the signature could take too long on a long log",
    ]


@pytest.mark.parametrize(
    ("example", "help"),
    [
        (Example("kb_version: 2"), "take it out, or move what it says into the body"),
        (Example(body="[x](zzz.md)\n"), "put the file there, or name the one that is meant"),
        (
            Example(body="![The list](zzz.png)\n"),
            "put the file there, or name the one that is meant",
        ),
        (
            Example(
                "product: Fax",
                files={
                    "taxonomy/products.yml": "- product: Halyard Mail\n"
                    + "".join(f"- product: Halyard Tool {number}\n" for number in range(12))
                },
            ),
            "choose one of those that are listed below `taxonomy/`",
        ),
    ],
)
def test_what_is_near_to_nothing_has_a_help_as_well(
    example: Example, help: str, diagnose: Diagnose
) -> None:
    assert diagnose(example).splitlines()[1:] == [f"  help: {help}"]
