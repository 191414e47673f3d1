"""The page of a rule, told in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kb_builder.check import THEMES, Example, UnknownRuleError, all_rules, rule_named
from kb_builder.check.examples import FILE_NAMES
from kb_builder.cli.terminal import style
from kb_builder.model.words import closest
from kb_builder.report.text import one_line

_MOST_LINES = 30
_MOST_CHARACTERS = 160


def explained(name: str, severity: str | None = None) -> Iterator[str]:
    """The lines that tell of the rule; UnknownRuleError where there is none of that name."""
    rule = rule_named(name)
    if rule is None:
        near = closest(name, [rule.name for rule in all_rules()])
        hint = f"did you mean `{near}`?" if near else "`kb rules` lists them"
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
    yield from (
        "",
        f"To silence it for one record, with a reason:  # kb: ignore[{rule.name}] reason",
    )
    yield f"To set its severity, in mkdocs.yml:  rules: {{{rule.name}: warning}}"


def _shown(example: Example) -> Iterator[str]:
    yield f"  {FILE_NAMES[example.kind]}"
    text = example.text
    if isinstance(text, bytes):
        text = text.decode("utf-8", "backslashreplace")
    if not text:
        left_out = "".join(f"# no {name}\n" for name in example.without)
        fields = example.fields.rstrip("\n") + "\n" if example.fields else ""
        text = f"---\n{fields}{left_out}…\n---\n{example.body}"
    yield from _indented(text)
    for path, other in example.files.items():
        yield f"  {path}"
        yield from _indented(other)


def _indented(text: str) -> Iterator[str]:
    lines = text.rstrip("\n").split("\n")
    for line in lines[:_MOST_LINES]:
        shown = line[:_MOST_CHARACTERS].replace("\t", "    ")
        yield f"    {one_line(shown)}".rstrip()
    if len(lines) > _MOST_LINES:
        yield "    …"
