"""Judges some files of a content folder: what is wrong in them, and what they make wrong in others."""

from __future__ import annotations

from collections import Counter

from kb_builder.check.registry import all_rules
from kb_builder.check.rule import Rule
from kb_builder.check.runner import check
from kb_builder.load.part import Part
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fingerprint import LineOf, fingerprint


def left_out(content: Content) -> tuple[Rule, ...]:
    """The rules that would be run, and can judge only where every record is there."""
    severities = content.settings.rules
    return tuple(
        rule
        for rule in all_rules()
        if rule.needs_all_records and severities.get(rule.name) != "off"
    )


def check_part(part: Part) -> list[Diagnostic]:
    """The findings in the files to be judged, and where it is known those that they cause in others.

    A finding in another file is caused by them if it was not there before.
    """
    rules = [rule for rule in all_rules() if not rule.needs_all_records]
    found = check(part.content, rules)
    others = [one for one in found if one.span.path not in part.paths]
    if not others:
        return found
    if part.before is None:
        return [one for one in found if one.span.path in part.paths]
    line_of = lines_of(part.content)
    before = Counter(
        (one.span.path, fingerprint(one, line_of)) for one in check(part.before, rules)
    )
    caused: set[Diagnostic] = set()
    for one in others:
        key = (one.span.path, fingerprint(one, line_of))
        if before[key]:
            before[key] -= 1
        else:
            caused.add(one)
    return [one for one in found if one.span.path in part.paths or one in caused]


def lines_of(content: Content) -> LineOf:
    """Gives the lines of every file that was loaded."""
    sources = {source.path: source for source in (*content.pages, *content.sources)}

    def line_of(path: str, line: int) -> str:
        source = sources.get(path)
        return source.lines[line - 1] if source and 0 < line <= len(source.lines) else ""

    return line_of
