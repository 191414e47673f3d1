"""`kb check`."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.check.baseline import (
    BASELINE,
    Applied,
    apply,
    entries,
    read_baseline,
    write_baseline,
)
from kb_builder.cli.check_report import lines_with_lists, tell, tell_statistics
from kb_builder.cli.check_scope import Checked, check_all, check_files, check_since, find_scope
from kb_builder.cli.explain import explained
from kb_builder.cli.terminal import config_file_option, examples
from kb_builder.load import SiteConfig
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.errors import KbError
from kb_builder.report import text
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
    help="How findings are told.",
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
    help=f"Old findings not to report; {BASELINE} beside mkdocs.yml unless given.",
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
        for line in explained(explain):
            click.echo(line)
        return 0
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
    old = _Baseline(site, baseline)
    if write_baseline:
        return old.begin(checked)
    shown, is_stale = old.apply(checked, update=update_baseline)
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


class _Baseline:
    """The site's baseline, where it has one."""

    def __init__(self, site: SiteConfig, named: Path | None) -> None:
        self.site = site
        self.file = named or site.cache.with_name(BASELINE)
        self.must_exist = named is not None

    def begin(self, checked: Checked) -> int:
        if self.file.exists():
            raise KbError(
                f"{self.file}: is there already, and can only shrink; --update-baseline takes out "
                "of it what is no longer found"
            )
        write_baseline(
            self.file,
            entries(checked.findings, lines_with_lists(checked, self.site), self.file.parent),
        )
        findings = text.counted(len(checked.findings), "finding")
        click.echo(f"{findings} written to {self.file}", err=True)
        return 0

    def apply(self, checked: Checked, *, update: bool) -> tuple[list[Diagnostic], bool]:
        """What it does not hold, and whether it holds what is no longer found."""
        if not self.file.exists() and not (self.must_exist or update):
            return checked.findings, False
        held = read_baseline(self.file)
        lines = lines_with_lists(checked, self.site)
        applied = apply(
            held, checked.findings, lines, self.file.parent, checked.judged, checked.left_out
        )
        if applied.known:
            findings = text.counted(applied.known, "finding")
            click.echo(f"{findings} in {self.file} not shown", err=True)
        if update:
            write_baseline(self.file, held - applied.stale)
        if applied.stale:
            self._say_stale(applied, update=update)
        return applied.findings, bool(applied.stale) and not update

    def _say_stale(self, applied: Applied, *, update: bool) -> None:
        gone = text.counted(applied.stale.total(), "finding")
        if update:
            click.echo(f"{gone} taken out of {self.file}", err=True)
            return
        click.echo(
            f"{self.file} holds {gone} no longer found; --update-baseline takes them out:",
            err=True,
        )
        for (path, rule, _), count in sorted(applied.stale.items()):
            click.echo(
                f"  {text.one_line(path)}: {rule}{f' ({count})' if count > 1 else ''}", err=True
            )
