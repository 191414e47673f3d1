"""The commands of GitHub Actions and Azure Pipelines, read back by their documented forms."""

from __future__ import annotations

import re

import pytest

from kb_builder.report.azure import azure_report
from kb_builder.report.github import github_report
from tests.report.made import EMPTY, ERROR, PATH, WARNING, report

GITHUB = re.compile(r"::(?P<command>error|warning|notice) (?P<properties>[^:\r\n]*)::(?P<data>.*)")
AZURE = re.compile(r"##vso\[task\.logissue (?P<properties>[^\]\r\n]*)\](?P<data>.*)")


def unescape(text: str, escapes: dict[str, str]) -> str:
    """The text as the service reads it; an escape that it does not know is a fault."""
    for escape in re.findall("%(?:AZP25|..?)", text):
        assert escape in escapes, escape
    for escape, meant in escapes.items():
        text = text.replace(escape, meant)
    return text


GITHUB_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
GITHUB_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
AZURE_DATA = {"%0D": "\r", "%0A": "\n", "%AZP25": "%"}
AZURE_PROPERTY = {"%0D": "\r", "%0A": "\n", "%5D": "]", "%3B": ";", "%AZP25": "%"}


def github(line: str) -> tuple[str, dict[str, str], str]:
    match = GITHUB.fullmatch(line)
    assert match, line
    pairs = [pair.split("=", 1) for pair in match["properties"].split(",")]
    properties = {name: unescape(value, GITHUB_PROPERTY) for name, value in pairs}
    known = {"file", "line", "endLine", "col", "endColumn", "title"}
    assert len(properties) == len(pairs) and set(properties) <= known
    return match["command"], properties, unescape(match["data"], GITHUB_DATA)


def azure(line: str) -> tuple[dict[str, str], str]:
    match = AZURE.fullmatch(line)
    assert match, line
    pairs = [pair.split("=", 1) for pair in match["properties"].rstrip(";").split(";")]
    properties = {name: unescape(value, AZURE_PROPERTY) for name, value in pairs}
    assert set(properties) == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
    assert properties["type"] in ("error", "warning")
    return properties, unescape(match["data"], AZURE_DATA)


def test_github_reads_an_error_as_it_is_meant() -> None:
    command, properties, data = github(github_report(report(ERROR)))
    assert (command, data) == ("error", f"{ERROR.message}\nhelp: {ERROR.help}")
    assert properties == {
        "file": PATH,
        "line": "9",
        "endLine": "9",
        "col": "11",
        "endColumn": "20",
        "title": "kb unknown-topic",
    }


def test_github_takes_columns_for_one_line_only() -> None:
    _, properties, data = github(github_report(report(WARNING)))
    assert data == "too long\nand\rwide"
    assert properties.keys() == {"file", "line", "endLine", "title"}


def test_a_hint_is_a_notice_for_github_and_a_warning_for_azure() -> None:
    commands = [github(line)[0] for line in github_report(report()).split("\n")]
    assert commands == ["error", "warning", "notice"]
    types = [azure(line)[0]["type"] for line in azure_report(report()).split("\n")]
    assert types == ["error", "warning", "warning"]


def test_azure_reads_an_error_as_it_is_meant() -> None:
    properties, data = azure(azure_report(report(ERROR)))
    assert data == f"{ERROR.message}; help: {ERROR.help}"
    assert properties == {
        "type": "error",
        "sourcepath": PATH,
        "linenumber": "9",
        "columnnumber": "11",
        "code": "unknown-topic",
    }


@pytest.mark.parametrize("made", [github_report, azure_report])
def test_a_message_cannot_begin_a_command_of_its_own(made: object) -> None:
    told = made(report(WARNING))  # type: ignore[operator]
    assert "\n" not in told and "\r" not in told


def test_no_findings_are_no_commands() -> None:
    assert (github_report(EMPTY), azure_report(EMPTY)) == ("", "")
