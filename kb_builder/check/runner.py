"""Runs rules over content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath

from kb_builder.check.registry import all_rules
from kb_builder.check.rule import Finding, Rule
from kb_builder.check.silences import Silence, silences
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import SEVERITIES, Diagnostic, in_order
from kb_builder.model.errors import KbError
from kb_builder.model.progress import Progress, unwatched
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span
from kb_builder.model.words import closest


class UnknownRuleError(KbError):
    """The settings name a rule that does not exist."""


def check(
    content: Content,
    rules: Iterable[Rule] | None = None,
    progress: Progress = unwatched,
) -> list[Diagnostic]:
    """The findings of all `rules` (or every one there is), ordered by file, place and rule.

    Raises UnknownRuleError where the settings give a severity to a rule that does not exist.
    """
    severities = _severities(content.settings.rules)
    active = [
        rule
        for rule in (all_rules() if rules is None else rules)
        if severities.get(rule.name) != "off"
    ]
    found: list[Diagnostic] = []
    total = len(content.sources)
    for done, (source, findings) in enumerate(_findings(content, active)):
        progress(min(done, total), total)
        found += [_diagnostic(source, *finding, severities) for finding in findings]
    progress(total, total)
    by_place = _silences(content, frozenset(rule.name for rule in active))
    if by_place:
        used = {(d.span.path, d.rule) for d in found} & by_place.keys()
        found = [d for d in found if (d.span.path, d.rule) not in used]
        unused = [silence for place, silence in by_place.items() if place not in used]
        for rule in active:
            if rule.check_unused:
                findings = [(rule, finding) for finding in rule.check_unused(unused)]
                found += [_diagnostic(_ANYWHERE, *finding, severities) for finding in findings]
    return in_order(found)


_ANYWHERE = SourceFile("", PurePosixPath())
"""In whose place findings that are at spans of their own stand."""


def _diagnostic(
    source: SourceFile, rule: Rule, finding: Finding, severities: Mapping[str, str]
) -> Diagnostic:
    severity = next((s for s in SEVERITIES if s == severities.get(rule.name)), rule.severity)
    span = finding.at if isinstance(finding.at, Span) else source.span(*finding.at)
    message, help = finding.message, finding.help
    return Diagnostic(rule.name, severity, span, message, help, finding.edits, finding.private)


def _silences(content: Content, rules: frozenset[str]) -> dict[tuple[str, str], Silence]:
    """The silences that state a reason, by the path of their file and the rule."""
    sources = (*content.pages, *(record.file for record in content.records))
    return {
        (source.path, silence.rule): silence
        for source in sources
        for silence in silences(source)
        if silence.reason and silence.rule in rules
    }


_Findings = list[tuple[Rule, Finding]]
_OfSource = tuple[Rule, Callable[[SourceFile, Content], Iterator[Finding]]]

_MOST = 1_000
"""Findings of one rule in one file: nobody reads more, and those that are left are found next time."""


def _findings(content: Content, rules: list[Rule]) -> Iterator[tuple[SourceFile, _Findings]]:
    """What the rules find, a file at a time, and last what they find in all together."""
    of_sources = [(rule, rule.check_source) for rule in rules if rule.check_source]
    for source in (*content.broken, *content.pages):
        yield source, _in_source(source, content, of_sources)
    of_records = [(rule, rule.check_record) for rule in rules if rule.check_record]
    for record in content.records:
        findings = _in_source(record.file, content, of_sources)
        for rule, check_record in of_records:
            for finding in islice(check_record(record, content), _MOST):
                findings.append((rule, finding))
        yield record.file, findings
    for rule in rules:
        if rule.check_content:
            yield _ANYWHERE, [(rule, finding) for finding in rule.check_content(content)]


def _in_source(source: SourceFile, content: Content, rules: list[_OfSource]) -> _Findings:
    return [
        (rule, finding)
        for rule, check_source in rules
        for finding in islice(check_source(source, content), _MOST)
    ]


def _severities(rules: Mapping[str, str]) -> Mapping[str, str]:
    names = [rule.name for rule in all_rules()]
    for name in rules:
        if name not in names:
            near = closest(name, names)
            hint = f"; did you mean `{near}`?" if near else ""
            raise UnknownRuleError(f"the settings name a rule `{name}`, which does not exist{hint}")
    return rules
