"""Never a change of meaning: records made of parts that fixes are about, and of some that look so."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.check import Example
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.fixes import mend
from kb_builder.load import load_content, load_record
from kb_builder.load.source import parse_source
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.render.markdown import render_markdown

CLEAN = str(example_text(Example()))

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
