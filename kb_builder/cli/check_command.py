"""`kb check`."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.check.baseline import BASELINE
from kb_builder.cli.check_baseline import begin_baseline, without_baseline
from kb_builder.cli.check_report import tell, tell_statistics
from kb_builder.cli.check_scope import Checked, check_all, check_files, check_since, find_scope
from kb_builder.cli.explain import explained
from kb_builder.cli.rules_command import configured_severities
from kb_builder.cli.terminal import config_file_option, examples
from kb_builder.report.formats import FORMATS


@click.command(
    "check",
    epilog=examples(
        """
kb check                     the content folder that mkdocs.yml here names
kb check content/cases/mail/CASE-000417.md
kb check --since origin/main
kb check --format sarif --output kb.sarif
kb check --json > found.json
kb check --explain severity-a-at-closure
"""
    ),
)
@click.argument("paths", nargs=-1, metavar="[FOLDER | FILE...]", type=click.Path(path_type=Path))
@config_file_option
@click.option("--since", metavar="REVISION", help="Only what has changed since git's REVISION.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    metavar="FORMAT",
    help=f"How findings are told: text, {', '.join(FORMATS)}.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report to this file, and print text.",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Old findings that are not reported; {BASELINE} unless given.",
)
@click.option("--write-baseline", is_flag=True, help="Begin a baseline with what is found now.")
@click.option("--update-baseline", is_flag=True, help="Take out of it what is no longer found.")
@click.option("--explain", metavar="RULE", help="Tell what a rule is about, and check nothing.")
def command(
    paths: tuple[Path, ...],
    config_file: Path | None,
    since: str | None,
    form: str,
    as_json: bool,
    output: Path | None,
    statistics: bool,
    baseline: Path | None,
    write_baseline: bool,
    update_baseline: bool,
    explain: str | None,
) -> int:
    """Check the records in FOLDER, or the FILEs alone, against the closure rules.

    Prints each finding with its file, line and column, and what to do. Exits with 1 where there
    is an error, or where the baseline holds what is no longer found.
    """
    if explain is not None:
        for line in explained(explain, configured_severities(config_file).get(explain)):
            click.echo(line)
        return 0
    if as_json and form not in ("text", "json"):
        raise click.UsageError(f"--json and --format {form} are two formats; name one.")
    if statistics and (output or form not in ("text", "json")):
        raise click.UsageError("--statistics prints text or JSON alone; leave the rest out.")
    site, files = find_scope(paths, config_file)
    in_part = bool(files) or since is not None
    if files and since is not None:
        raise click.UsageError("--since finds the files itself; name none.")
    if in_part and (write_baseline or update_baseline):
        raise click.UsageError("A baseline is made from all records; leave files and --since out.")
    if since is not None:
        checked = check_since(site, since)
    else:
        checked = check_files(site, files) if files else check_all(site)
    _say_what_is_judged(checked)
    if write_baseline:
        begin_baseline(checked, site, baseline)
        return 0
    shown, is_stale = without_baseline(checked, site, baseline, update=update_baseline)
    if statistics:
        tell_statistics(shown, as_json=as_json or form == "json")
    else:
        tell(checked, shown, site, "json" if as_json else form, output)
    return int(is_stale or any(found.severity == "error" for found in shown))


def _say_what_is_judged(checked: Checked) -> None:
    if checked.note:
        click.echo(checked.note, err=True)
    if checked.left_out:
        rules = ", ".join(checked.left_out)
        click.echo(f"not judged without all records: {rules}", err=True)
