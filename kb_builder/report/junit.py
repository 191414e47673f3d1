"""Findings as JUnit XML: a test case for each file, which fails where there is an error in it.

It keeps to both published schemas: that of Ant, which Azure Pipelines names, and that of Jenkins.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.report.report import Report
from kb_builder.report.text import lines, one_line, summary


def junit_report(report: Report) -> str:
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for found in report.findings:
        by_path[found.span.path].append(found)
    paths = sorted({*report.paths, *by_path})
    failures = [path for path in paths if any(map(_is_error, by_path[path]))]
    suites = ET.Element("testsuites")
    suite = ET.SubElement(
        suites,
        "testsuite",
        name="kb check",
        package="kb",
        id="0",
        tests=str(len(paths)),
        failures=str(len(failures)),
        errors="0",
        time="0",
        timestamp=f"{report.today.isoformat()}T00:00:00",
        hostname="localhost",
    )
    ET.SubElement(suite, "properties")
    for path in paths:
        folder, name = posixpath.split(one_line(path))
        case = ET.SubElement(suite, "testcase", name=name, classname=folder or ".", time="0")
        errors = [found for found in by_path[path] if _is_error(found)]
        if errors:
            rules = ", ".join(dict.fromkeys(found.rule for found in errors))
            failure = ET.SubElement(case, "failure", message=summary(errors), type=rules)
            failure.text = _text(errors)
    others = [found for found in report.findings if not _is_error(found)]
    ET.SubElement(suite, "system-out").text = _text(others)
    ET.SubElement(suite, "system-err")
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True)


def _is_error(found: Diagnostic) -> bool:
    return found.severity == "error"


def _text(findings: Iterable[Diagnostic]) -> str:
    # Control characters are spelt out already; these are no characters of XML either.
    return "\n".join(lines(findings)).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
