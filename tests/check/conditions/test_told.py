"""The rules that are told as data say in a browser what `kb check` says."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb_builder.check import Example, all_rules, rule_named
from kb_builder.check.conditions.told import told, told_rules
from kb_builder.check.examples import write_example
from kb_builder.load import load_content
from kb_builder.load.front_matter import PositionedYAMLHandler
from kb_builder.model.content import Content
from kb_builder.model.fields import KINDS
from kb_builder.model.record import Record
from kb_builder.model.settings import parse_settings
from tests.index.node import SCRIPTS, needs_node

pytestmark = needs_node

Said = list[tuple[str, str, str, str]]
"""Rule, severity, message and help of each finding."""

IN_PART = ("no-helped-case", "wrong-type")
"""Rules of which the page has a part only."""

_SCRIPT = """
import {{ Checker }} from {conditions};
import {{ readFileSync }} from "node:fs";
const asked = JSON.parse(readFileSync(0, "utf8"));
const said = asked.map(({{ told, all }}) => {{
  const checker = new Checker(told);
  return all.map((values) => checker.check(values).map((f) => [f.rule, f.severity, f.message, f.help]));
}});
console.log(JSON.stringify(said));
"""


def said_in_browser(contents: list[Content]) -> list[list[Said]]:
    """What the browser says of every record of each content, by the rules that it has as a whole."""
    return [
        [sorted(found for found in said if found[0] not in IN_PART) for said in records]
        for records in _asked(contents)
    ]


def _asked(contents: list[Content]) -> list[list[Said]]:
    script = _SCRIPT.format(conditions=json.dumps((SCRIPTS / "conditions.js").as_uri()))
    asked = [
        {"told": told(content), "all": [_values(record) for record in content.records]}
        for content in contents
    ]
    node = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(asked, default=_day),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [[[tuple(found) for found in one] for one in all] for all in json.loads(node.stdout)]


def said_in_part(content: Content) -> list[str]:
    """What the browser says of the first record by the rules that it has a part of."""
    return [message for rule, _, message, _ in _asked([content])[0][0] if rule in IN_PART]


def said_by_check(record: Record, content: Content) -> Said:
    severities = content.settings.rules
    return sorted(
        (rule.name, severities.get(rule.name, rule.severity), found.message, found.help)
        for rule, conditions in told_rules()
        if severities.get(rule.name) != "off"
        for found in conditions(record, content)
    )


def _values(record: Record) -> dict[str, Any]:
    return {**(record.file.fields or {}), "body": record.body}


def _day(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def without_nearest(said: Said) -> Said:
    """A browser does not know which word is nearest to a misspelt one: there it lists them, or none."""
    return [
        (r, s, m, "" if h.startswith(("did you mean", "choose one of")) else h)
        for r, s, m, h in said
    ]


def assert_both_say_the_same(contents: list[Content]) -> int:
    count = 0
    for content, in_browser in zip(contents, said_in_browser(contents), strict=True):
        for record, said in zip(content.records, in_browser, strict=True):
            by_check = said_by_check(record, content)
            assert without_nearest(said) == without_nearest(by_check), record.file.text
            count += len(by_check)
    return count


def test_page_and_check_say_the_same_of_the_examples_of_every_rule(tmp_path: Path) -> None:
    contents = []
    for rule in all_rules():
        for name in ("bad", "good"):
            example: Example = getattr(rule, name)
            folder = tmp_path / rule.name / name / "content"
            write_example(example, folder)
            contents.append(load_content(folder, parse_settings(example.settings)))
    assert assert_both_say_the_same(contents) > 30


def test_every_rule_told_as_data_finds_its_bad_example_in_the_page(tmp_path: Path) -> None:
    contents = []
    for rule, _ in told_rules():
        folder = tmp_path / rule.name / "content"
        write_example(rule.bad, folder)
        contents.append(load_content(folder, parse_settings(rule.bad.settings)))
    for (rule, _), said in zip(told_rules(), said_in_browser(contents), strict=True):
        in_record = [found for one in said for found in one if found[0] == rule.name]
        assert [message for _, _, message, _ in in_record] == sorted(
            line.split("] ", 1)[1] for line in rule.expected.split("\n") if f"[{rule.name}]" in line
        )


def test_a_site_without_lists_is_checked_in_the_page_too(tmp_path: Path) -> None:
    lists = ("products", "statuses", "root-causes")
    example = Example(files={f"taxonomy/{name}.yml": "" for name in lists})
    write_example(example, tmp_path / "content")
    assert_both_say_the_same([load_content(tmp_path / "content")])


TEXTS = (
    "",
    " ",
    "-",
    "<!-- nothing -->",
    "n/a",
    "TODO",
    "Fixed.",
    "`TODO` is a word of the program that stands in its code and in no text.",
    "See email from 4 March for the steps that the customer took then.",
    "Restart it as discussed with the customer on the phone, and then it works\nagain.",
    "    as discussed in the call\n\n1. Restart the `see attachment` service and look again.",
    "- one\n\n      see attached log\n\n- TBD: the second step which nobody has written yet",
    "```text\nsee case notes\n```\nThe steps are in the ticket. <describe the rest of it>",
    "~~~\nas per mail\n",
    "Umlaute wie äöü und ß zählen als Wörter, ebenso 一二三四五 und ไทย.",
    "ＴＯＤＯ: full width; siehe Kelvin K and long ſ",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit in the whole text",
    "\tas agreed with the customer.\n\ttabs\tin\tit",
    "{value} {message} $& $1 `code` and the rest of what was written here",
    "x" * 130,
    "\U0001f600" * 121,
    "see ticket\u2028as discussed\u2029TODO",
)
VALUES: dict[str, tuple[Any, ...]] = {
    "id": ("CASE-1", "KB-000108", "CASE-００0417", " CASE-000417 ", 417, "CASE-000417\n"),
    "kind": ("incident", "article", "collaboration", None),
    "product": ("Halyard Mails", "halyard mail", 7),
    "root_cause": (
        "Identity > Sign-in",
        "Identity>Sign-in>Reply address",
        "Identity > Sign-in > Cookie jar",
        "Reply address",
        "Identity > constructor",
        ">",
    ),
    "severity": ("A", "B", "C", "D", "a", ""),
    "severity_opened": ("A", "B", "C", "Critical"),
    "severity_lowered": (date(2026, 3, 4), date(2026, 2, 1), date(2027, 1, 1), "soon"),
    "state": ("Open", "closed", "Closed "),
    "status": ("Solved", "Waiting for product fix", "constructor", "__proto__", "toString"),
    "status_reason": ("The fix is in 7.4.", "TBD"),
    "opened": (date(2026, 3, 6), date(2026, 3, 7), "2026-03-20", "2026-02-30", "3 March", 5),
    "closed": (date(2026, 3, 1), date(2026, 3, 4), "0000-00-00"),
    "confirmation": (
        None,
        {},
        [],
        "yes",
        {"by": "customer"},
        {"by": "case-owner", "on": date(2026, 3, 9)},
        {"by": "idle", "on": "2026-03-05", "attempts": [date(2026, 3, 9), "x", "2026-03-01"]},
        {"by": "idle", "attempts": [date(2026, 3, 9)]},
        {"by": "idle", "on": None, "attempts": "2026-03-09"},
        {"by": "somebody"},
        {"by": ["customer"]},
        {"on": date(2026, 3, 5)},
        {"by": "", "on": date(2026, 3, 5)},
    ),
    "last_quality_response": (date(2026, 3, 1), date(2026, 4, 1), ""),
    "last_notes": (date(2026, 3, 1), date(2026, 4, 1), ""),
    "labor_minutes": (0, -5, "95", 9.5, True, 10**9),
    "environment": ([], "Halyard Mail", [None]),
    "owner": ("", " ", ["mira.k"]),
    "withdrawn": ({"on": date(2026, 3, 9)}, {"reason": "x"}, {}, "yes"),
}


def mutated(clean: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield clean
    for name in clean:
        yield {other: value for other, value in clean.items() if other != name}
        yield {**clean, name: None}
    for name, values in VALUES.items():
        for value in values:
            yield {**clean, name: value}
    for name in ("title", "symptom", "cause", "resolution", "workaround", "status_reason"):
        for text in TEXTS:
            yield {**clean, name: text}
    for status in ("Resolved", "Resolved by workaround", "Waiting for product fix"):
        for opened in "ABC":
            for closed in "ABC":
                yield {
                    **clean,
                    "status": status,
                    "severity_opened": opened,
                    "severity": closed,
                    "severity_lowered": date(2026, 3, 4),
                }
    yield dict(reversed(clean.items()))


@pytest.mark.parametrize("kind", KINDS)
def test_page_and_check_say_the_same_of_a_record_with_any_value_changed(
    kind: str, tmp_path: Path
) -> None:
    folder = tmp_path / "content"
    clean_file = write_example(Example(kind=kind), folder)
    statuses = folder / "taxonomy" / "statuses.yml"
    statuses.write_text(
        statuses.read_text() + "- status: Resolved by workaround\n  needs_reason: true\n"
    )
    loaded = load_content(folder)
    record = next(r for r in loaded.records if r.file.location.name == clean_file.name)
    clean = copy.deepcopy(dict(record.file.fields or {}))
    export = PositionedYAMLHandler().export
    changed = list(mutated(clean))
    for number, values in enumerate(changed):
        (folder / "cases" / f"X-{number:04}.md").write_text(f"---\n{export(values)}\n---\n")
    content = load_content(folder)
    assert len(content.records) > len(changed)
    assert assert_both_say_the_same([content]) > 130


def test_a_text_where_a_day_or_a_number_belongs_is_told_as_kb_check_tells_it(
    tmp_path: Path,
) -> None:
    example = Example(
        "labor_minutes: about an hour\n"
        "opened: soon\n"
        "confirmation:\n"
        "  by: customer\n"
        "  on: 2026-03-05\n"
        "  attempts:\n"
        "    - 2026-03-04\n"
        "    - again and again"
    )
    write_example(example, tmp_path / "content")
    content = load_content(tmp_path / "content")
    problems = [problem.message for problem in content.records[0].file.problems]
    assert sorted(said_in_part(content)) == sorted(problems)
    assert len(problems) == 3


def test_a_collaboration_without_its_case_is_told_as_kb_check_tells_it(tmp_path: Path) -> None:
    example = Example(without=("case",), kind="collaboration")
    file = write_example(example, tmp_path / "content")
    (tmp_path / "content" / "cases" / "CASE-000417.md").unlink()
    content = load_content(tmp_path / "content")
    rule = rule_named("no-helped-case")
    assert rule and rule.check_content
    assert said_in_part(content) == [found.message for found in rule.check_content(content)]
    assert content.records[0].file.location.name == file.name
