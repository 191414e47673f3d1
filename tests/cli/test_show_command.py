from __future__ import annotations

import json
from pathlib import Path

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from tests.cli.conftest import Ended, Kb


def test_a_record_is_shown_with_its_notes(kb: Kb) -> None:
    ended = kb("show", "CASE-000417")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:6] == [
        "Sign-in to Halyard Mail on the web fails with HID50011 after a change of address",
        "CASE-000417 · Halyard Mail · Resolved · Identity > Sign-in > Reply address",
        "",
        "Symptom",
        "",
        "Signing in to Halyard Mail on the web ends with `HID50011: the reply address does not match`.",
    ]
    assert lines[-1] == "content/cases/CASE-000417.md"


def test_a_former_id_shows_the_record_that_had_it(kb: Kb) -> None:
    write_example(Example(fields="aliases: [CASE-000001]"), Path("content"))
    assert "CASE-000417" in kb("show", "CASE-000001").out


def test_an_id_may_be_typed_in_lower_case(kb: Kb) -> None:
    assert kb("show", "case-000417") == kb("show", "CASE-000417")


def test_a_withdrawn_record_says_what_holds_instead(kb: Kb) -> None:
    fields = "withdrawn:\n  on: 2026-05-01\n  reason: It was wrong\n  superseded_by: KB-000108\n"
    write_example(Example(fields=fields), Path("content"))
    assert "Withdrawn: It was wrong. Use KB-000108 instead.\n" in kb("show", "CASE-000417").out


def test_json_has_the_fields(kb: Kb) -> None:
    shown = json.loads(kb("show", "CASE-000417", "--json").out)
    assert (shown["id"], shown["opened"], shown["confirmation"]["by"]) == (
        "CASE-000417",
        "2026-03-02",
        "customer",
    )
    assert (shown["path"], shown["url"]) == ("content/cases/CASE-000417.md", "cases/CASE-000417/")


def test_an_unknown_id_ends_with_2_and_says_where_else_to_look(kb: Kb) -> None:
    assert kb("show", "CASE-9") == Ended(
        2, "", "kb: no record `CASE-9` in content; `kb search CASE-9` looks in the texts\n"
    )
