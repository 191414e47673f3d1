"""The order of fields, the names of fields and files, and what belongs into the body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import example_text

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]

ORDER = {"rules": {"fields-out-of-order": "hint"}}
CLEAN = str(example_text(Example()))
OTHER = CLEAN.replace("CASE-000417", "CASE-000500")


def test_the_first_field_out_of_order_is_named_and_no_other(messages: Messages) -> None:
    text = CLEAN.replace("id: CASE-000417\nkind: case\n", "kind: case\nid: CASE-000417\n")
    text = text.replace("labor_minutes: 95\nowner: mira.k\n", "owner: mira.k\nlabor_minutes: 95\n")
    assert messages(Example(text=text, settings=ORDER)) == [
        "CASE-000417.md:3:1: hint[fields-out-of-order] `id` stands below `kind`"
    ]


def test_a_field_that_is_not_known_is_in_order_wherever_it_stands(messages: Messages) -> None:
    text = CLEAN.replace("product:", "xyz: 1\nproduct:")
    assert messages(Example(text=text, settings=ORDER)) == [
        "CASE-000417.md:5:1: error[unknown-field] unknown field `xyz`"
    ]


def test_the_order_within_a_mapping_does_not_matter(messages: Messages) -> None:
    text = CLEAN.replace("  by: customer\n  on: 2026-03-05\n", "  on: 2026-03-05\n  by: customer\n")
    assert messages(Example(text=text, settings=ORDER)) == []


@pytest.mark.parametrize(
    "name",
    [
        "CASE-000418.md",
        "case-000418.md",
        "CASE-000418-sign-in.md",
        "KB-000418.md",
        "COLLAB-000418.md",
    ],
)
def test_a_file_named_for_another_id_is_found(name: str, diagnose: Diagnose) -> None:
    assert (
        f"{name}:2:5: warning[file-name-disagrees] "
        f"the record is `CASE-000500`, and its file `{name}`\n"
        "  help: name the file `CASE-000500.md`, or correct the id"
    ) in diagnose(Example(files={f"cases/{name}": OTHER}))


@pytest.mark.parametrize(
    "name",
    ["CASE-000500.md", "case-000500.md", "CASE-000500-sign-in.md", "CASE-000500_1.md", "sign-in.md",
     "2026-03-05.md", "CASE.md", "mail/CASE-000500.md", "CASE-0005001.md", "old CASE-000418.md"],
)  # fmt: skip
def test_a_file_named_for_its_id_or_for_none_is_fine(name: str, diagnose: Diagnose) -> None:
    assert "file-name-disagrees" not in diagnose(Example(files={f"cases/{name}": OTHER}))


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("ownr: mira.k", "owner"),
        ("enviroment:\n  - x", "environment"),
        ("titel: Sign-in", "title"),
        ("resolutions: It does not start.", "resolution"),
        ("labour_minutes: 95", "labor_minutes"),
        ("confirmaton:\n  by: customer\n  on: 2026-03-05", "confirmation"),
    ],
)
def test_a_required_field_that_is_misspelt_is_one_finding(
    written: str, near: str, diagnose: Diagnose
) -> None:
    name = written.split(":")[0]
    assert diagnose(Example(written, without=(near,))) == (
        f"CASE-000417.md:2:1: error[unknown-field] unknown field `{name}`\n"
        f"  help: did you mean `{near}`?"
    )


def test_one_in_a_mapping_is_one_finding_too(messages: Messages) -> None:
    assert messages(Example("confirmation:\n  by: customer\n  onn: 2026-03-05")) == [
        "CASE-000417.md:4:3: error[unknown-field] unknown field `onn` in `confirmation`"
    ]


def test_a_field_that_is_near_to_another_one_does_not_hide_what_is_missing(
    messages: Messages,
) -> None:
    assert messages(Example("ownr: mira.k", without=("owner", "severity"))) == [
        "CASE-000417.md:1:1: error[missing-field] `severity` is missing",
        "CASE-000417.md:2:1: error[unknown-field] unknown field `ownr`",
    ]


@pytest.mark.parametrize("name", ["details", "notes", "description", "Analysis", "xyzzy"])
def test_a_text_of_several_lines_in_no_field_is_sent_to_the_body(
    name: str, diagnose: Diagnose
) -> None:
    assert diagnose(Example(f"{name}: |\n  One line.\n  And another.")) == (
        f"CASE-000417.md:2:1: error[unknown-field] unknown field `{name}`\n"
        "  help: move its text into the body, below the closing `---`"
    )


def test_a_long_text_in_a_misspelt_field_is_not_sent_to_the_body(diagnose: Diagnose) -> None:
    assert diagnose(Example("work_around: |\n  One line.\n  And another.")).endswith(
        "help: did you mean `workaround`?"
    )


def test_a_heading_in_a_short_note_belongs_into_the_body(messages: Messages) -> None:
    for field in ("symptom", "cause"):
        text = (
            f"{field}: |\n  It does not start after the update of the server.\n\n  ### More\n\n  x"
        )
        assert messages(Example(text)) == [
            f"CASE-000417.md:5:3: hint[body-in-front-matter] `{field}` has a heading, as a body has"
        ]


@pytest.mark.parametrize(
    "text",
    ["  ```sh\n  # no heading\n  ls\n  ```", "  #tag is no heading", "  `# neither`", "  Step #1"],
)
def test_what_only_looks_like_a_heading_is_none(text: str, messages: Messages) -> None:
    assert messages(Example(f"cause: |\n  The reply address is the old one.\n\n{text}")) == []


def test_headings_in_a_resolution_are_fine_until_it_is_long(messages: Messages) -> None:
    def resolution(words: int, heading: str) -> Example:
        step = "Open the page and save it.\n\n  "
        return Example(f"resolution: |\n  {heading}\n\n  {step * (words // 6)}".rstrip())

    assert messages(resolution(300, "## On the server")) == []
    assert messages(resolution(600, "On the server")) == []
    assert messages(resolution(600, "## On the server")) == [
        "CASE-000417.md:3:3: hint[body-in-front-matter] `resolution` has a heading, as a body has"
    ]
    assert messages(resolution(900, "On the server")) == [
        "CASE-000417.md:2:13: hint[body-in-front-matter] `resolution` has 903 words, as a body has"
    ]
