from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.check import Example
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.fixes import Mended, apply, mend, together
from kb_builder.load import load_content, load_record
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic, Edit
from kb_builder.model.record import Record
from kb_builder.model.span import Span
from kb_builder.render.markdown import render_markdown

CLEAN = str(example_text(Example()))


def edit(
    line: int, column: int, end_line: int, end_column: int, text: str, path: str = "a"
) -> Edit:
    return Edit(Span(path, line, column, end_line, end_column), text)


def finding(*edits: Edit, rule: str = "x") -> Diagnostic:
    return Diagnostic(rule, "hint", Span.whole_line("a", 1), "", edits=edits)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_edits_keep_line_ends_and_byte_order_mark(end: str, mark: str) -> None:
    edits = [edit(1, 1, 1, 2, "A"), edit(2, 3, 3, 1, ""), edit(3, 3, 3, 3, "!\n?")]
    text = f"{mark}a1{end}b2{end}c3"
    assert apply(text, edits) == f"{mark}A1{end}b2c3!{end}?"


def test_a_span_past_the_end_reaches_to_it() -> None:
    assert apply("a\nb", [edit(2, 1, 3, 1, "c")]) == "a\nc"
    assert apply("a\nb\n", [edit(1, 2, 1, 99, "!")]) == "a!\nb\n"


@given(st.text("ab\r\n"), st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_edits_that_change_nothing_change_nothing(text: str, places: list[tuple[int, int]]) -> None:
    edits = {edit(line, column, line, column, "") for line, column in places}
    assert apply(text, edits) == text


def test_all_edits_of_a_finding_are_made_or_none_and_of_two_that_overlap_the_first() -> None:
    first = finding(edit(1, 1, 1, 5, "x"))
    second = finding(edit(1, 9, 1, 9, "y"), edit(1, 4, 1, 6, "z"))
    third = finding(edit(1, 9, 1, 9, "w"))
    other_file = finding(edit(1, 1, 1, 5, "x", path="b"))
    chosen, edits = together([first, second, third, other_file])
    assert chosen == [first, third, other_file]
    assert edits == {
        "a": [edit(1, 1, 1, 5, "x"), edit(1, 9, 1, 9, "w")],
        "b": [edit(1, 1, 1, 5, "x", path="b")],
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (edit(1, 3, 1, 3, "a"), edit(1, 3, 1, 3, "b")),
        (edit(1, 3, 1, 3, "a"), edit(1, 3, 1, 5, "b")),
        (edit(1, 1, 3, 1, "a"), edit(2, 1, 2, 2, "b")),
        (edit(1, 1, 1, 4, "a"), edit(1, 3, 1, 5, "b")),
    ],
)
def test_what_overlaps_waits_whichever_comes_first(one: Edit, other: Edit) -> None:
    for pair in ((one, other), (other, one)):
        chosen, _ = together(map(finding, pair))
        assert chosen == [finding(pair[0])]
        assert together([finding(*pair)]) == ([], {})


def test_neighbours_do_not_overlap() -> None:
    pair = [finding(edit(1, 1, 1, 3, "a")), finding(edit(1, 3, 1, 5, "b"))]
    assert together(pair)[0] == pair


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


# Never a change of meaning: records made of parts that fixes are about, and of some that look so.

PARTS = {
    "owner": ["owner: mira.k", "owner:   'mira.k' ", "owner: mira.k # kb: ignore[title-too-long] x"],
    "opened": ["opened: 2026-03-02", "opened: 2 March 2026", "opened: '2026/03/02'  # told",
               "opened: 02/03/2026", "opened: 2026-03-02 10:00:00"],
    "closed": ["closed: 2026-03-06", "# at last\nclosed: 06.03.2026 "],
    "root_cause": ["root_cause: Identity > Sign-in > Reply address",
                   "root_cause: 'Identity > Sign-in > Cookie jar' \t"],
    "tags": ["tags: [mail, \n  drive]", "tag:\n  - mail  \n  - drive", "tags: [a] # b "],
    "title": ["title: Sign-in to Halyard Mail fails with HID50011",
              "titel: Sign-in to Halyard Mail fails \n  with HID50011 ",
              'title: "Sign-in to Halyard Mail fails \n  with\\\n  HID50011"',
              "title: >-\n  Sign-in to Halyard \n  Mail fails\n"],
}  # fmt: skip
LINES = [
    "", " ", "   ", "\t", "The reply address “x” is old", "The mail ends here  ", "one blank ", "a\\ ",
    "a  \\", "a\\  ", "# Heading ", "- item ", "  - inner  ", "1. step", "   ```powershell", "```", "~~~",
    "```powershell ", "```text", "```json", "```make", "```python", "\tindented", "    indented ",
    "     \tmixed", "\t\ttwo", "Get-Mailbox –Identity “Zoë”", "Get-Mailbox -Identity “Zoë’s", "`Get-X –Y ‘z’`",
    "`a  ", " b`", "`git commit –m “x”`", '“say": "“x”"', "> quote ", ">     code ", "| a | b | ", "|---|---|",
    "<div title='a ", "b'>", "<pre>", "</pre>", "<!-- ", "-->", "[a]: x ", '[a](x "t ', ' u")', "---", "=== ",
    "x = “a” # “b” ", "“open", "don’t ‘a’ ", "* ", "+\t", "\u00a0 ", "a\u2028 ", "\ufeff ",
    "```json \n{\n\t\"a\": 1,\n\t\t\"b\": 2 \n}\n``` ", "1. a\n\n   ```sh\n   \tb\n   c –v “d”\n   ```",
    "```go\n\tx := “a”\n```", "```ps1\n\tGet-X `\n    -Y\n\tZ –W\n```", "~~~text\n\t“a” –b  \n~~~",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)


@st.composite
def records(draw: st.DrawFn) -> str:
    found = re.finditer(r"^(\w+):.*\n(?:[ -].*\n)*", CLEAN, re.MULTILINE)
    fields = {field[1]: field[0] for field in found}
    for name, choices in PARTS.items():
        if name in fields or draw(st.booleans()):
            fields[name] = draw(st.sampled_from(choices)) + "\n"
    for name in ("symptom", "cause"):
        text = "\n".join(f"  {line}" for line in f"{draw(MARKDOWN)}\n{draw(MARKDOWN)}".split("\n"))
        head = draw(st.sampled_from(["|", "|-", "|+", ">", "| ", "|2"]))
        fields[name] = f"{name}: {head}\n  It is not seen at all.\n{text}\n"
    order = draw(st.permutations(list(fields))) if draw(st.booleans()) else list(fields)
    between = st.sampled_from(["", "", "", "# note\n", "\n", "# a\n\n# b \n", "  \n"])
    front = "".join(draw(between) + fields[name] for name in order)
    end = draw(st.sampled_from(["---\n", "--- \n", "---"]))
    return f"---\n{front}{end}{draw(MARKDOWN) if end[-1:] == chr(10) else ''}"


def parsed(text: str) -> Record | None:
    source = parse_source(text.encode(), "a", PurePosixPath("cases/CASE-000417.md"))
    return None if source.fields is None else load_record(source, source.fields, "a")


def shown(markdown: str) -> str:
    """What a reader sees of it; that is the same with quotes and dashes of either kind."""
    html = render_markdown(markdown, lambda target: target).html
    html = re.sub("<[^<>]*>", lambda tag: re.sub(r"\s+", " ", tag[0]), html)
    for smart, plain in zip("“”‘’–\t", "\"\"''- ", strict=True):
        html = html.replace(smart, plain)
    html = html.replace("&quot;", '"').replace("&#39;", "'").replace("&#x27;", "'")
    html = re.sub("<span[^>]*>|</span>", "", html)  # colours
    return re.sub(r"[ \n]+", " ", html)


def told(record: Record) -> dict[str, Any]:
    """The values that a fix must not change, in the way in which they must not."""
    values = {field.name: getattr(record, field.name) for field in dataclasses.fields(Record)}
    for name in ("file", "slug", "root_cause", "opened", "closed"):
        del values[name]
    return {**values, **{name: shown(text) for name, text in record.markdown().items()}}


@settings(max_examples=200, deadline=None)
@given(records())
def test_mending_never_changes_what_a_record_says_and_a_second_time_nothing_at_all(
    text: str,
) -> None:
    record = parsed(text)
    if record is None:
        return
    mended, left = _mend(text)
    after = parsed(mended)
    assert after is not None
    before, now = told(record), told(after)
    if not before["title"] and "\ntitel:" in text:
        before["title"] = now["title"]
    if not before["tags"] and "\ntag:" in text:
        before["tags"] = now["tags"]
    assert now == before
    for name in ("opened", "closed"):
        assert getattr(record, name) in (None, getattr(after, name))
    comments = [re.findall(r"#.*?\S(?=\s*$)", side, re.MULTILINE) for side in (text, mended)]
    gone = [c for c in comments[0] if "kb: ignore[title-too-long]" not in c]
    assert len(comments[1]) in (len(gone), len(comments[0]))
    assert _mend(mended) == (mended, left)


@settings(max_examples=50, deadline=None)
@given(records())
def test_the_line_ends_of_a_file_make_no_difference(text: str) -> None:
    if parsed(text) is not None:
        windows, left = _mend(text.replace("\n", "\r\n"))
        assert (windows.replace("\r\n", "\n"), left) == _mend(text)
        assert "\n" not in windows.replace("\r\n", "")


def _mend(text: str) -> tuple[str, list[tuple[str, str]]]:
    source = parse_source(text.encode(), "a", PurePosixPath("cases/CASE-000417.md"))
    assert source.fields is not None
    content = Content(
        records=(load_record(source, source.fields, "a"),),
        taxonomy=TAXONOMY,
        today=date(2026, 3, 31),
    )
    mended = mend(content, lambda source: text)
    after = mended.files[0].after if mended.files else text
    return after, [(left.rule, left.message) for left in mended.left]


def _taxonomy() -> Any:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_example(Example(), Path(folder))
        return load_content(Path(folder)).taxonomy


TAXONOMY = _taxonomy()
