"""`kb check`."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.check import check
from kb_builder.cli.terminal import config_file_option, examples, stages, style
from kb_builder.load import find_site, load_content
from kb_builder.load.content import CASES
from kb_builder.model.settings import SettingsError
from kb_builder.report import text
from kb_builder.report.json_report import json_report


@click.command(
    "check",
    epilog=examples(
        """
kb check                     the content folder that mkdocs.yml here names
kb check content             a content folder
kb check --json > found.json
"""
    ),
)
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@config_file_option
@click.option("--json", "as_json", is_flag=True, help="Findings as JSON on standard output.")
def command(folder: Path | None, config_file: Path | None, as_json: bool) -> int:
    """Check the records in FOLDER against the closure rules.

    Prints each finding with its file, line and column, and what to do. Exits with 1 where there
    is an error.
    """
    site = find_site(config_file, folder)
    if not (site.content / CASES).is_dir():
        raise SettingsError(
            f"{site.content}: no folder `{CASES}` in it; name the folder that holds the records"
        )
    with stages() as progress:
        content = load_content(site.content, site.settings, progress("Loading"))
        found = check(content, progress=progress("Checking"))
    if as_json:
        click.echo(json_report(found))
    else:
        for line in text.lines(found, style):
            click.echo(line)
        records = text.counted(len(content.sources), "record")
        click.echo(f"{records}: {text.summary(found)}", err=True)
    return int(any(diagnostic.severity == "error" for diagnostic in found))
