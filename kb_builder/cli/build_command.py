"""`kb build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb_builder.cli.terminal import config_file_option, examples, stages, style
from kb_builder.load import find_site
from kb_builder.report import text

if TYPE_CHECKING:
    from kb_builder.build import Built

_MOST_SHOWN = 50


@click.command(
    "build",
    epilog=examples(
        """
kb build                     into the folder `site`
kb build --keep-going        publish what loads, whatever the check finds
kb build -f other/mkdocs.yml
"""
    ),
)
@config_file_option
@click.option(
    "--keep-going", is_flag=True, help="Publish every record that loads, with errors too."
)
def command(config_file: Path | None, keep_going: bool) -> int:
    """Check the records, bring the index up to date, and build the site.

    Where the check finds errors nothing is published, and the exit code is 1, unless
    --keep-going is given. The old site stays until the new one is whole.
    """
    # MkDocs takes longer to load than `--help` may take.
    from kb_builder.build import build  # noqa: PLC0415

    site = find_site(config_file)
    if site.note:
        click.echo(site.note, err=True)
    with stages() as progress:
        built = build(site, keep_going=keep_going, progress=progress)
    _say_findings(built)
    for warning in built.warnings:
        click.echo(f"{style('warning:', 'warning')} {warning}", err=True)
    changes = built.prepared.changes
    click.echo(
        f"index: {changes.added:,} added, {changes.changed:,} changed, "
        f"{changes.removed:,} removed, {changes.unchanged:,} unchanged",
        err=True,
    )
    if not built.published:
        click.echo(
            f"nothing was published: {text.summary(built.prepared.errors)}; mend them, or use "
            "--keep-going to publish every record that loads",
            err=True,
        )
        return 1
    content = built.prepared.content
    click.echo(f"{text.counted(len(content.records), 'record')} published in {site.site}", err=True)
    if content.broken:
        names = ", ".join(source.path for source in content.broken[:5])
        rest = f" and {len(content.broken) - 5:,} more" if len(content.broken) > 5 else ""
        left_out = text.counted(len(content.broken), "file")
        click.echo(f"{left_out} could not be loaded and left out: {names}{rest}", err=True)
    return 0


def _say_findings(built: Built) -> None:
    found = built.prepared.diagnostics if built.published else built.prepared.errors
    for line in text.lines(found[:_MOST_SHOWN], style):
        click.echo(line)
    if len(found) > _MOST_SHOWN:
        click.echo(f"… and {len(found) - _MOST_SHOWN:,} more; `kb check` shows all. By rule:")
        for severity, rule, count in text.by_rule(found):
            click.echo(f"{count:8,}  {style(severity, severity)}  {rule}")
