from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.junit import junit_report
from tests.report.made import EMPTY, ERROR, PATH, report
from tests.report.xsd import Schema

SCHEMA = Schema(Path(__file__).with_name("schemas") / "junit-10.xsd")


@pytest.mark.parametrize("made", [report(), EMPTY, report(paths=())])
def test_a_report_keeps_to_the_published_schema(made: object) -> None:
    suites = ET.fromstring(junit_report(made))  # type: ignore[arg-type]
    assert list(SCHEMA.faults(suites)) == []


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ("<testsuites><suite/></testsuites>", "<testsuites> holds what it may not"),
        ("<testsuite name='' tests='' failures=''/>", "<testsuite> lacks errors"),
        ("<testcase name='' age='3'/>", "<testcase> has no attribute age"),
        ("<testsuites time='soon'/>", "time='soon' is no SUREFIRE_TIME"),
        ("<properties>text</properties>", "<properties> holds text"),
        ("<system-out><b/></system-out>", "<system-out> is a text only"),
    ],
)
def test_the_schema_finds_what_is_wrong(document: str, fault: str) -> None:
    assert next(SCHEMA.faults(ET.fromstring(document))).startswith(fault)


def test_each_file_is_a_test_and_one_with_an_error_fails() -> None:
    suite = ET.fromstring(junit_report(report()))[0]
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "timestamp")} == {
        "tests": "3",
        "failures": "1",
        "errors": "0",
        "timestamp": "2026-03-31T00:00:00",
    }
    cases = suite.findall("testcase")
    assert [(case.get("classname"), case.get("name")) for case in cases] == [
        ("content", "B.md"),
        ("content", "Clean.md"),
        ("content/cases/mail", "CASE 1;é,%[x].md"),
    ]
    assert [case.find("failure") is not None for case in cases] == [False, False, True]
    failure = cases[2][0]
    assert failure.attrib == {"message": "1 error", "type": "unknown-topic"}
    assert failure.text == (
        f"{PATH}:9:11: error[unknown-topic] no topic `a|b <i>`: 100 %\n  help: choose `y`, or z"
    )


def test_warnings_and_hints_stand_in_the_output_of_the_whole() -> None:
    suite = ET.fromstring(junit_report(report()))[0]
    assert suite.findtext("system-out") == (
        "content/B.md:1:3: warning[too-long] too long\\x0aand\\x0dwide\n"
        "content/B.md:2:1: hint[due-soon] due in 3 days"
    )


def test_the_parts_stand_in_the_order_that_the_schema_of_ant_asks_for() -> None:
    suite = ET.fromstring(junit_report(report(ERROR)))[0]
    assert list(dict.fromkeys(child.tag for child in suite)) == [
        "properties",
        "testcase",
        "system-out",
        "system-err",
    ]
    wanted = {"name", "package", "id", "tests", "failures", "errors"}
    assert set(suite.attrib) == wanted | {"time", "timestamp", "hostname"}


def test_characters_that_xml_has_not_are_spelt_out() -> None:
    evil = Diagnostic("r", "error", Span("a\x1b.md", 1, 1, 1, 1), "\x00\uffff]]>&\x0b")
    suite = ET.fromstring(junit_report(report(evil, paths=("a\x1b.md",))))[0]
    (case,) = suite.findall("testcase")
    assert case.get("name") == "a\\x1b.md"
    assert case.findtext("failure") == "a\\x1b.md:1:1: error[r] \\x00\\uffff]]>&\\x0b"
