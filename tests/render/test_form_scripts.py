"""What the form's scripts make of what is typed: a file that loads as it was meant, and addresses."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kb_builder.check.conditions.told import told
from kb_builder.load import load_content
from kb_builder.model.fields import FIELDS
from tests.index.node import SCRIPTS, needs_node
from tests.render.made import a_content

pytestmark = needs_node

NASTY = (
    "a: b",
    "- a",
    "-",
    "# no comment",
    "a #b",
    "a# b",
    "'",
    '"',
    'it\'s "quoted"',
    "\\d+\\n",
    "yes",
    "No",
    "off",
    "null",
    "~",
    "123",
    "1_000",
    "0x1F",
    "0o17",
    "1e3",
    "1:30",
    ".5",
    ".inf",
    "-.INF",
    ".nan",
    "2026-11-24",
    "2026-11-24 10:00:00",
    "=",
    "<<",
    "!tag",
    "&anchor",
    "*alias",
    "? key",
    "| block",
    "> folded",
    "%YAML",
    "@at",
    "`code`",
    "{a: b}",
    "[a, b]",
    "a,b",
    "---",
    "...",
    "a:",
    ":a",
    "a: ",
    "key: |",
    "Ünïcödé 漢字 🎉",
    "\u00a0blank",
    "true",
    "y",
    "N",
    "Halyard Mail 7.2 (on premises)",
    "$& $1 \\1",
    "</script><!--",
    "---\nid: X",
    "one\n\n\nfour",
    "  indented\nnot",
    "\ttab\n\ttab",
    "- a\n- b\n  - c",
    "```\n# no comment: 'x'\n---\n```",
    "a\n---\nb",
    "one\n...\ntwo",
    "a \u2028 b\x85c",
    "nul \0 bell \a escape \x1b del \x7f bom \ufeff",
    "line \r\n ends \r of all kinds",
    "trailing  \nblanks\t\n   \n",
)
ALPHABET = "ab1 -:#'\"\\|>&*!%@`{}[],?~=.\n\t_äß漢🎉\u00a0\u2028"


def run(script: str, asked: object) -> Any:
    node = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(node.stdout)


def module(name: str) -> str:
    return json.dumps((SCRIPTS / name).as_uri())


FILES = f"""
import {{ readFileSync }} from "node:fs";
import {{ tidy, valuesOf }} from {module("answers.js")};
import {{ recordText }} from {module("yaml.js")};
const {{ fields, all }} = JSON.parse(readFileSync(0, "utf8"));
const asked = new Set(fields.flatMap((f) => f.fields.length ? f.fields.map((i) => `${{f.name}}.${{i.name}}`) : [f.name]));
console.log(JSON.stringify(all.map(({{ kind, answers }}) => {{
  const values = valuesOf(fields, kind, answers, asked);
  return {{ values, text: recordText(fields, values, tidy(answers.body ?? "")), body: tidy(answers.body ?? "") }};
}})));
"""


def files_of(answers: list[dict[str, str]]) -> list[dict[str, Any]]:
    """For each form filled in: the values it came to, and the file."""
    fields = told(a_content())["fields"]
    asked = [{"kind": "case", "answers": one} for one in answers]
    found: list[dict[str, Any]] = run(FILES, {"fields": fields, "all": asked})
    return found


def names() -> list[tuple[str, str]]:
    """Every field that is no mapping, with its type."""
    found = []
    for field in FIELDS:
        inner = [(f"{field.name}.{one.name}", one.type) for one in field.fields]
        found += inner or [(field.name, field.type)]
    return [(name, kind) for name, kind in found if name != "kind"]


def test_every_file_that_the_form_writes_loads_as_the_values_that_were_typed(
    tmp_path: Path,
) -> None:
    rng = random.Random(4)
    texts = [*NASTY, *("".join(rng.choices(ALPHABET, k=rng.randint(1, 40))) for _ in range(1000))]
    fields = names()
    answers = []
    for start in range(0, len(texts), 5):
        given = texts[start : start + 5]
        answers.append({name: given[at % len(given)] for at, (name, _) in enumerate(fields)})
        answers[-1]["body"] = given[0]
    cases = tmp_path / "content" / "cases"
    cases.mkdir(parents=True)
    made = files_of(answers)
    for number, one in enumerate(made):
        (cases / f"{number:05}.md").write_text(one["text"], encoding="utf-8", newline="")
    content = load_content(tmp_path / "content")
    assert [source.problems for source in content.broken] == []
    assert len(content.records) == len(made)
    for record, one in zip(content.records, made, strict=True):
        problems = {problem.rule for problem in record.file.problems}
        assert problems <= {"wrong-type", "date-in-another-format"}, (
            one["text"],
            record.file.problems,
        )
        assert as_typed(record.file.fields) == one["values"], one["text"]
        assert record.body.strip("\n") == one["body"].strip("\n")


def as_typed(value: Any) -> Any:
    """Days as texts, as the form has them."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: as_typed(inner) for name, inner in value.items()}
    return [as_typed(inner) for inner in value] if isinstance(value, list) else value


def test_a_text_keeps_its_words_lines_and_indentation() -> None:
    text = "1. Open it.\n\n       code: 'x' # y\n2. Close  it."
    one = files_of([{"resolution": f"\n\n{text}\n\n"}])[0]
    assert one["values"]["resolution"] == f"{text}\n"
    assert one["text"] == (
        "---\nkind: case\nresolution: |\n  1. Open it.\n\n         code: 'x' # y\n  2. Close  it.\n---\n"
    )


def test_a_file_looks_as_one_that_a_person_wrote() -> None:
    typed = {
        "id": " CASE-000417 ",
        "title": "Sign-in fails: HID50011",
        "environment": "Halyard Mail 7.2 on premises\n- Windows 11\n",
        "symptom": "It says `HID50011`.",
        "confirmation.by": "idle",
        "confirmation.attempts": "2026-03-02\n2026-03-03",
        "labor_minutes": "95",
        "body": "Ruled out: DNS.",
    }
    assert files_of([typed])[0]["text"] == (
        "---\nid: CASE-000417\nkind: case\ntitle: 'Sign-in fails: HID50011'\nenvironment:\n"
        "  - Halyard Mail 7.2 on premises\n  - Windows 11\nsymptom: |\n  It says `HID50011`.\n"
        "confirmation:\n  by: idle\n  attempts:\n    - 2026-03-02\n    - 2026-03-03\n"
        "labor_minutes: 95\n---\n\nRuled out: DNS.\n"
    )


ADDRESS = f"""
import {{ readFileSync }} from "node:fs";
import {{ newFileAddress }} from {module("new-file.js")};
console.log(JSON.stringify(newFileAddress(...JSON.parse(readFileSync(0, "utf8")))));
"""
TEXT = "---\nid: a&b=c #1 ä\n---\n"


def address(host: str, url: str, text: str = TEXT) -> tuple[str, dict[str, list[str]], bool]:
    place = {"host": host, "name": "", "url": url}
    found = run(ADDRESS, [place, "cases/a b", "CASE-000417.md", text])
    parts = urlsplit(found["url"])
    return parts.path, parse_qs(parts.query), found["holdsText"]


@pytest.mark.parametrize(
    ("host", "url", "name", "value"),
    [
        ("github", "https://github.com/o/r/new/main/content", "filename", "value"),
        ("gitea", "https://git.example.com/o/r/_new/main/content", "filename", "value"),
        ("gitlab", "https://gitlab.com/o/r/-/new/main/content", "file_name", "content"),
    ],
)
def test_a_short_text_is_in_the_address_and_a_long_one_is_not(
    host: str, url: str, name: str, value: str
) -> None:
    path, asked, holds = address(host, url)
    assert path == urlsplit(url).path + "/cases/a%20b"
    assert (asked, holds) == ({name: ["CASE-000417.md"], value: [TEXT]}, True)
    _, asked, holds = address(host, url, "ä" * 2000)
    assert (asked, holds) == ({name: ["CASE-000417.md"]}, False)


def test_azure_devops_opens_the_folder() -> None:
    url = "https://dev.azure.com/o/p/_git/r?_a=contents&version=GBmain&path=/content"
    _, asked, holds = address("azure", url)
    assert (asked["path"], holds) == (["/content/cases/a b"], False)
