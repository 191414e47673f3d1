"""`kb rules`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from kb_builder.check import THEMES, all_rules
from kb_builder.cli.terminal import config_file_option, examples, print_document, style
from kb_builder.load import find_site
from kb_builder.load.site import CONFIG_NAMES


@click.command(
    "rules",
    epilog=examples(
        """
kb rules                     with the severities that mkdocs.yml here sets
kb rules --json | jq '.[] | select(.fixable) | .name'
"""
    ),
)
@config_file_option
@click.option("--json", "as_json", is_flag=True, help="The rules as a list in JSON.")
def command(config_file: Path | None, as_json: bool) -> None:
    """List the closure rules by theme, each with its severity and what it finds.

    `kb fix` mends what is marked with a star; `kb check --explain RULE` tells all about one.
    """
    severities = configured_severities(config_file)
    if as_json:
        listed = [
            {
                "name": rule.name,
                "theme": rule.theme,
                "severity": severities.get(rule.name, rule.severity),
                "default_severity": rule.severity,
                "fixable": rule.fixable,
                "summary": rule.summary,
                "step": rule.step,
            }
            for rule in all_rules()
        ]
        print_document(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(severities)))


def configured_severities(config_file: Path | None) -> Mapping[str, str]:
    """The severities that the site sets; none where there is no site here."""
    if config_file is None and not any(Path(name).is_file() for name in CONFIG_NAMES):
        return {}
    return find_site(config_file).settings.rules


def _lines(severities: Mapping[str, str]) -> Iterator[str]:
    rules = all_rules()
    widest = max(len(rule.name) for rule in rules)
    for theme, title in THEMES.items():
        own = [rule for rule in rules if rule.theme == theme]
        if not own:
            continue
        yield style(title, "title")
        for rule in own:
            severity = severities.get(rule.name, rule.severity)
            shown = style(f"{severity:7}", severity)
            star = "*" if rule.fixable else " "
            yield f"  {shown} {rule.name:{widest}} {star} {rule.summary}"
        yield ""
    fixable = sum(rule.fixable for rule in rules)
    yield f"{len(rules)} rules; kb fix mends what the {fixable} marked with * find, where it is safe"
