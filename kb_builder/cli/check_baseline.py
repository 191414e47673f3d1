"""The baseline that `kb check` holds findings against: which file it is, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.check.baseline import (
    BASELINE,
    Applied,
    BaselineError,
    apply,
    entries,
    read_baseline,
    write_baseline,
)
from kb_builder.cli.check_report import lines_with_lists
from kb_builder.cli.check_scope import Checked
from kb_builder.load import SiteConfig
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.report import text


def begin_baseline(checked: Checked, site: SiteConfig, named: Path | None) -> None:
    """Write what is found as a baseline; BaselineError where there is one, for it can only shrink."""
    file = named or _default(site)
    if file.exists():
        raise BaselineError(
            f"{file}: is there already, and can only shrink; --update-baseline takes out of it "
            "what is no longer found"
        )
    held = entries(checked.findings, lines_with_lists(checked, site), file.parent)
    write_baseline(file, held)
    findings = text.counted(len(checked.findings), "finding")
    click.echo(f"{findings} written to {file}", err=True)


def without_baseline(
    checked: Checked, site: SiteConfig, named: Path | None, *, update: bool
) -> tuple[list[Diagnostic], bool]:
    """The findings that the baseline does not hold, and whether it holds what is no longer found.

    With `update` that is taken out of it.
    """
    file = named or _default(site)
    if named is None and not update and not file.exists():
        return checked.findings, False
    held = read_baseline(file)
    lines = lines_with_lists(checked, site)
    applied = apply(held, checked.findings, lines, file.parent, checked.judged, checked.left_out)
    if applied.known:
        click.echo(f"{text.counted(applied.known, 'finding')} in {file} not shown", err=True)
    if update:
        if applied.stale:
            write_baseline(file, held - applied.stale)
        click.echo(f"{_gone(applied)} taken out of {file}", err=True)
    elif applied.stale:
        _say_stale(applied, file)
    return applied.findings, bool(applied.stale) and not update


def _default(site: SiteConfig) -> Path:
    return site.cache.with_name(BASELINE)


def _gone(applied: Applied) -> str:
    return text.counted(applied.stale.total(), "finding")


def _say_stale(applied: Applied, file: Path) -> None:
    what = f"{file} holds {_gone(applied)} no longer there; --update-baseline takes out of it"
    click.echo(f"{what}:", err=True)
    for (path, rule, _), count in sorted(applied.stale.items()):
        times = f" ({count})" if count > 1 else ""
        click.echo(text.one_line(f"  {path}: {rule}{times}"), err=True)
