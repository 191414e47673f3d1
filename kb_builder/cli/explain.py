"""The page of a rule, told in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kb_builder.check import THEMES, Example, UnknownRuleError, all_rules, rule_named
from kb_builder.check.shown_rule import can_be_silenced, example_parts
from kb_builder.check.wording import did_you_mean
from kb_builder.cli.terminal import style
from kb_builder.report.text import one_line


def explained(name: str, severity: str | None = None) -> Iterator[str]:
    """The lines that tell of the rule; UnknownRuleError where there is none of that name."""
    rule = rule_named(name)
    if rule is None:
        hint = did_you_mean(name, [rule.name for rule in all_rules()]) or "`kb rules` lists them"
        raise UnknownRuleError(f"no rule `{name}`; {hint}")
    severity = severity or rule.severity
    kind = severity if severity == rule.severity else f"{severity} here, {rule.severity} by default"
    yield f"{style(rule.name, 'title')} ({kind}) · {THEMES[rule.theme]}"
    yield f"{rule.summary}."
    yield from ("", *click.wrap_text(rule.reason, width=88).split("\n"))
    yield from ("", f"Step of the procedure: content/procedures/{rule.step.replace('#', '.md#')}")
    yield from ("", style("Bad", "error"), *_shown(rule.bad))
    yield from ("", *(f"  {line}" for line in rule.expected.split("\n")))
    yield from ("", style("Good", "help"), *_shown(rule.good))
    yield ""
    if can_be_silenced(rule):
        yield f"To silence it for one record, with a reason:  # kb: ignore[{rule.name}] reason"
    yield f"To set its severity, in mkdocs.yml:  rules: {{{rule.name}: warning}}"


def _shown(example: Example) -> Iterator[str]:
    for name, text in example_parts(example):
        yield f"  {name}"
        lines = text.rstrip("\n").replace("\t", "    ").split("\n")
        yield from (f"    {one_line(line)}".rstrip() for line in lines if text)
