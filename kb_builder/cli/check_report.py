"""What `kb check` tells of findings: a report in some format, and where it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

import kb_builder
from kb_builder.check import all_rules
from kb_builder.check.partial import lines_of
from kb_builder.cli.check_scope import Checked
from kb_builder.cli.terminal import print_document, style
from kb_builder.load import SiteConfig
from kb_builder.load.content import TAXONOMY
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.fingerprint import LineOf
from kb_builder.report import text
from kb_builder.report.discretion import discreet
from kb_builder.report.excerpt import excerpts
from kb_builder.report.formats import FOR_A_LOG, FORMATS
from kb_builder.report.report import Report, RuleText


def tell(
    checked: Checked, shown: list[Diagnostic], site: SiteConfig, form: str, output: Path | None
) -> None:
    """Print the findings `shown` in the format, or as text where the format goes to a file."""
    line_of = lines_with_lists(checked, site)
    excerpt = excerpts(checked.findings, line_of)
    shown = discreet(shown, checked.findings, line_of)
    report = ""
    if form != "text":
        report = FORMATS[form](_report(checked, shown, site, line_of))
    elif output:
        report = "\n".join(text.lines(shown, excerpt=excerpt))
    if output:
        output.write_text(f"{report}\n" if report else "", encoding="utf-8")
    if output or form == "text":
        for line in text.lines(shown, style, excerpt):
            click.echo(line)
    elif report:
        print_document(report)
    if output or form in FOR_A_LOG:
        noun = "record" if checked.judged is None else "file"
        judged = text.counted(len(checked.paths), noun)
        click.echo(f"{judged}: {text.summary(shown)}", err=True)


def tell_statistics(shown: list[Diagnostic], *, as_json: bool) -> None:
    """Print how often each rule was found, the most frequent first."""
    counts = text.by_rule(shown)
    if as_json:
        listed = [{"rule": r, "severity": s, "count": c} for s, r, c in counts]
        click.echo(json.dumps(listed, indent=2))
        return
    for severity, rule, count in counts:
        click.echo(f"{count:8,}  {style(f'{severity:7}', severity)}  {rule}")


def lines_with_lists(checked: Checked, site: SiteConfig) -> LineOf:
    """Gives the lines of every file that was loaded, and of the lists, which are not kept."""
    loaded = lines_of(checked.content)
    known = {source.path for source in (*checked.content.pages, *checked.content.sources)}
    lists: dict[str, list[str]] = {}

    def line_of(path: str, line: int) -> str:
        if path in known:
            return loaded(path, line)
        if path not in lists:
            lists[path] = list(_lines(Path(path), site.content))
        return lists[path][line - 1] if 0 < line <= len(lists[path]) else ""

    return line_of


def _lines(file: Path, root: Path) -> Iterator[str]:
    """The lines of a list below `taxonomy/`; none of any other file, as a picture."""
    if file.parent == root / TAXONOMY and file.suffix in (".yml", ".txt"):
        try:
            yield from file.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            return


def _report(checked: Checked, shown: list[Diagnostic], site: SiteConfig, line_of: LineOf) -> Report:
    severities = checked.content.settings.rules
    rules = {
        rule.name: RuleText(
            rule.name, rule.theme, rule.severity, rule.summary, rule.reason, _url(rule.name, site)
        )
        for rule in all_rules()
        if severities.get(rule.name) != "off" and rule.name not in checked.left_out
    }
    return Report(
        findings=tuple(shown),
        paths=checked.paths,
        rules=rules,
        line_of=line_of,
        today=checked.content.today,
        version=kb_builder.__version__,
    )


def _url(rule: str, site: SiteConfig) -> str:
    """The rule's page on the published site, where that is known."""
    addresses = site.settings.own_addresses
    return f"{addresses[-1].rstrip('/')}/rules/{rule}/" if addresses else ""
