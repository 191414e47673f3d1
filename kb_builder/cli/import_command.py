"""`kb import`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kb_builder.cli.terminal import examples, stages
from kb_builder.importers.learn import import_learn
from kb_builder.importers.report import report_lines
from kb_builder.report.text import counted


@click.group("import", epilog=examples("kb import learn ../articles --into content"))
def command() -> None:
    """Import records from other formats into a content folder."""


@command.command(
    "learn",
    short_help="Support articles in the Microsoft Learn style.",
    epilog=examples(
        """
kb import learn ../articles --into content
kb import learn ../articles --into content --report losses.txt
"""
    ),
)
@click.argument("source", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option(
    "--into",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The content folder; it is made where it is not there.",
)
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was dropped or is missing, a line each.",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
def learn(source: Path, into: Path, report: Path | None, as_json: bool) -> None:
    """Turn support articles in SOURCE, in the Microsoft Learn Markdown style, into records.

    Run again, it brings changed articles up to date and leaves all else alone.
    """
    with stages() as progress:
        done = import_learn(source, into, progress("Importing"))
    if report:
        report.write_text("".join(f"{line}\n" for line in report_lines(done)), encoding="utf-8")
    counts = done.counts()
    if as_json:
        summary = {"written": done.written, "unchanged": done.unchanged, "losses": counts}
        click.echo(json.dumps(summary, indent=2))
        return
    click.echo(f"{counted(done.written, 'record')} written, {done.unchanged:,} unchanged in {into}")
    for what, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:8,}  {what}")
    if counts and not report:
        click.echo("--report FILE writes where and why, a line each", err=True)
