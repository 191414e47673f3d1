"""`kb show`."""

from __future__ import annotations

import dataclasses
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from kb_builder.cli.terminal import config_file_option, examples, print_document, style
from kb_builder.load import SiteConfig, find_record, find_site
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.record import Record
from kb_builder.model.settings import SettingsError


@click.command(
    "show",
    epilog=examples(
        """
kb show CASE-000417
kb show CASE-000417 --json | jq .resolution
"""
    ),
)
@click.argument("record_id", metavar="ID")
@config_file_option
@click.option("--json", "as_json", is_flag=True, help="The record's fields as JSON.")
def command(record_id: str, config_file: Path | None, as_json: bool) -> None:
    """Show the record ID (or the one that had it formerly) in the terminal."""
    record = _found(find_site(config_file), record_id)
    if as_json:
        print_document(json.dumps(_as_object(record), ensure_ascii=False, indent=2))
        return
    facts = (record.id, record.product, record.status, record.root_cause)
    click.echo(style(record.name, "title"))
    click.echo(style(" · ".join(filter(None, facts)), "quiet"))
    if record.withdrawn:
        successor = record.withdrawn.superseded_by
        instead = f" Use {successor} instead." if successor else ""
        reason = record.withdrawn.reason.rstrip(".")
        click.echo(style(f"Withdrawn: {reason}.{instead}", "warning"))
    for name in (*MARKDOWN_FIELDS, "body"):
        text = record.markdown()[name].strip()
        if text:
            title = "Details" if name == "body" else name.capitalize()
            click.echo(f"\n{style(title, 'help')}\n")
            _print_markdown(text)
    click.echo(f"\n{style(record.file.path, 'quiet')}")


def _found(site: SiteConfig, record_id: str) -> Record:
    record = find_record(site.content, record_id, site.settings)
    if record is None:
        raise SettingsError(
            f"no record `{record_id}` in {site.content}; `kb search {record_id}` looks in the texts"
        )
    return record


def _print_markdown(text: str) -> None:
    if not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.markdown import Markdown  # noqa: PLC0415

    Console().print(Markdown(text))


def _as_object(record: Record) -> dict[str, Any]:
    fields = {
        field.name: getattr(record, field.name)
        for field in dataclasses.fields(record)
        if field.name not in ("file", "slug")
    }
    plain = {name: _plain(value) for name, value in fields.items()}
    return {**plain, "body": record.body, "path": record.file.path, "url": record.url}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(inner) for name, inner in dataclasses.asdict(value).items()}
    if isinstance(value, (tuple, list)):
        return [_plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value
