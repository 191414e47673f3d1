from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.fixes import Mended, mend
from kb_builder.load import load_content
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from tests.check.edits import edit, finding

CLEAN = str(example_text(Example()))


def content_of(text: str, path: Path) -> Content:
    """The content of one record, after the text of which the taxonomy stands for a clean case."""
    write_example(Example(text=text), path)
    loaded = load_content(path)
    return dataclasses.replace(loaded, today=date(2026, 3, 31))


Fix = Callable[[str], Mended]


@pytest.fixture
def fix(tmp_path: Path) -> Fix:
    def fix(text: str) -> Mended:
        content = content_of(text, tmp_path / "content")
        return mend(content, lambda source: text)

    return fix


def test_fields_are_put_in_order_with_the_comments_above_them_and_nothing_else_moves(
    fix: Fix,
) -> None:
    owner = "# who knows it\n# and will\nowner: mira.k # since 2026\n"
    text = f"---\n# A case.\n\n{owner}" + CLEAN.removeprefix("---\n").replace("owner: mira.k\n", "")
    mended = fix(text)
    assert mended.files[0].after == CLEAN.replace("---\n", "---\n# A case.\n\n", 1).replace(
        "owner: mira.k\n", owner
    )
    assert [made.rule for made in mended.files[0].made] == ["fields-out-of-order"]


def test_several_defects_of_one_field_are_mended_in_as_many_passes_as_they_need(fix: Fix) -> None:
    text = CLEAN.replace("closed: 2026-03-06\n", "").replace("kind: case\n", "")
    text = text.replace("---\n", "---\nclosed: 6 March 2026 \nkind: case \n", 1)
    mended = fix(text)
    assert mended.files[0].after == CLEAN
    assert sorted(made.rule for made in mended.files[0].made) == [
        "date-in-another-format", "fields-out-of-order", "trailing-blanks",
    ]  # fmt: skip
    assert mended.left == []


def test_what_is_silenced_is_left_alone(fix: Fix) -> None:
    silence = "# kb: ignore[trailing-blanks] the importer writes them\n"
    assert (
        fix(CLEAN.replace("owner:", f"{silence}owner: ", 1).replace("mira.k", "mira.k  ")).files
        == ()
    )


def test_a_useless_silence_goes_with_its_blanks_or_its_line(fix: Fix) -> None:
    for silence in ("# kb: ignore[title-too-long] once it was\nowner: mira.k",
                    "owner: mira.k  # kb: ignore[title-too-long] once it was"):  # fmt: skip
        mended = fix(CLEAN.replace("owner: mira.k", silence))
        assert mended.files[0].after == CLEAN


def test_a_comment_that_names_a_useful_silence_too_stays(fix: Fix) -> None:
    both = "severity: A  # kb: ignore[severity-a-at-closure, title-too-long] Service Desk was down"
    mended = fix(
        CLEAN.replace("severity: B", both).replace("severity_opened: B", "severity_opened: A")
    )
    assert mended.files == ()
    assert [left.rule for left in mended.left] == ["useless-silence"]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Identity > Sign-in > Cookie jar", "Identity > Sign-in > Token cache"),
        ("Identity>Sign-in>Cookie jar  # old", "Identity > Sign-in > Token cache  # old"),
        ("'Identity > Sign-in > Cookie jar'", "'Identity > Sign-in > Token cache'"),
        ('"Identity > Sign-in > Cookie jar"', '"Identity > Sign-in > Token cache"'),
    ],
)
def test_a_root_cause_is_replaced_in_its_quotes(written: str, mended: str, fix: Fix) -> None:
    text = CLEAN.replace("Identity > Sign-in > Reply address", written)
    assert f"\nroot_cause: {mended}\n" in fix(text).files[0].after


def test_a_root_cause_in_a_block_is_left_to_the_writer(fix: Fix) -> None:
    block = ">\n  Identity > Sign-in >\n  Cookie jar"
    mended = fix(CLEAN.replace("Identity > Sign-in > Reply address", block))
    assert mended.files == ()
    assert [left.rule for left in mended.left] == ["deprecated-root-cause"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("tag:\n  - a", "tags"),
        ("Tags:\n  - a", "tags"),
        ("labour_minutes: 95", "labor_minutes"),
        ("'review-by': 2027-03-05", "review_by"),
        ("symptoms: It does not start after the update.", "symptom"),
    ],
)
def test_a_misspelt_field_gets_the_name_that_alone_can_be_meant(
    written: str, name: str, fix: Fix
) -> None:
    text = re.sub(rf"^{name}:.*\n(?:  .*\n)*", "", CLEAN, flags=re.MULTILINE)
    mended = fix(text.replace("---\n", f"---\n{written}\n", 1))
    assert f"\n{name}:{written.split(':', 1)[1]}\n" in mended.files[0].after
    assert "unknown-field" in [made.rule for made in mended.files[0].made]


@pytest.mark.parametrize(
    "written",
    [
        "version: '7.2'",  # near to `severity`, and not near enough
        "tag: mail",  # of another type
        "ownr: mira.k",  # what is meant is given
        "on: 2026-03-05",
        "closed_: yes",
        "notes: |\n  One.\n  Two.",
    ],
)
def test_a_field_of_which_it_is_not_certain_what_is_meant_keeps_its_name(
    written: str, fix: Fix
) -> None:
    mended = fix(CLEAN.replace("kind:", f"{written}\nkind:"))
    assert mended.files == ()


def test_a_record_without_a_line_end_after_its_fields_is_put_in_order(fix: Fix) -> None:
    ordered = CLEAN.removesuffix("\n")
    moved = ordered.replace(
        "labor_minutes: 95\nowner: mira.k\n", "owner: mira.k\nlabor_minutes: 95\n"
    )
    assert fix(moved).files[0].after == ordered


@pytest.mark.parametrize(
    "fields",
    [
        "{kind: article, id: KB-000108}",
        "? kind\n: article\nid: KB-000108",
        "'title': x\n? kind\n: article\nid: KB-000108",
        "kind: article\nid: KB-000108\nkind: case",
    ],
)
def test_fields_that_do_not_stand_one_below_the_other_are_left_to_the_writer(
    fields: str, fix: Fix
) -> None:
    mended = fix(f"---\n{fields}\n---\n")
    assert mended.files == ()
    assert "fields-out-of-order" in [left.rule for left in mended.left]


def test_a_block_that_keeps_its_line_ends_keeps_them_when_fields_move(fix: Fix) -> None:
    kept = "workaround: |+\n  Use the old address.\n\n\n# the owner\n"
    text = CLEAN.replace("owner: mira.k\n", f"{kept}owner: mira.k\n")
    after = fix(text).files[0].after
    assert "workaround: |+\n  Use the old address.\n\n\nroot_cause:" in after
    assert "# the owner\nowner: mira.k\n---" in after


def test_a_file_that_would_no_longer_load_is_left_as_it_was(tmp_path: Path) -> None:
    content = content_of(CLEAN, tmp_path / "content")
    path = content.records[0].file.path

    def judge(content: Content) -> list[Diagnostic]:
        return [finding(edit(2, 1, 2, 1, "[", path=path)), finding(edit(3, 1, 3, 1, "", path=path))]

    mended = mend(content, lambda source: CLEAN, judge=judge)
    assert (mended.files, mended.content.records) == ((), content.records)


def test_only_files_that_may_change_do(tmp_path: Path) -> None:
    content = content_of(CLEAN.replace("mira.k", "mira.k "), tmp_path / "content")
    mended = mend(content, lambda source: CLEAN, may_change=lambda source: False)
    assert mended.files == ()
    assert [left.rule for left in mended.left] == ["trailing-blanks"]


def test_fixes_that_fight_come_to_an_end(tmp_path: Path) -> None:
    content = content_of(CLEAN, tmp_path / "content")

    def judge(content: Content) -> list[Diagnostic]:
        path = content.records[0].file.path
        return [finding(edit(2, 5, 2, 5, "x", path=path))]

    mended = mend(content, lambda source: CLEAN, judge=judge)
    assert len(mended.files[0].made) == 10
