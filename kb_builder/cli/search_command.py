"""`kb search`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kb_builder.cli import search_output
from kb_builder.cli.terminal import config_file_option, examples, print_document, stages
from kb_builder.index import Query
from kb_builder.index.batch import read_batch, replaced_at_end, run_batch
from kb_builder.index.filters import known_value
from kb_builder.index.upkeep import fresh_index
from kb_builder.load import find_site
from kb_builder.model.fields import KINDS

_STANDARD = Path("-")
"""Stands for standard input and output."""
_DATES = "2026-03, >=2026-03-15 or 2025..2026-06"
_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
"""A day, a month or a year."""
_NO_OPTION = re.compile(r"-(?:[0-9]+(?:\s.*)?|\s.*)", re.DOTALL)
"""A negative number, a text that starts with one, or with a dash by itself."""


class _SearchCommand(click.Command):
    """Takes a negative number for text: many error codes are such."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(self._shielded(args)))

    def _shielded(self, arguments: list[str]) -> Iterator[str]:
        """The arguments; a blank before such a text keeps it from being read as an option."""
        options = [param for param in self.params if isinstance(param, click.Option)]
        with_value = {name for option in options if not option.is_flag for name in option.opts}
        is_value = False
        rest = iter(arguments)
        for argument in rest:
            if argument == "--" and not is_value:
                yield argument
                yield from rest
            elif is_value or not _NO_OPTION.fullmatch(argument):
                yield argument
            else:
                yield f" {argument}"
            is_value = not is_value and argument in with_value


@click.command(
    "search",
    cls=_SearchCommand,
    epilog=examples(
        """
kb search "451 4.7.0 Temporary server error"
kb search 0x80070005 --kind case --year 2026
kb search 'token cache product:"Halyard Identity" closed:>=2026-01'
kb search --product "Halyard Mail" --closed 2026-03
kb search - < error.log
kb search --json token cache | jq '.hits[0].id'
kb search --batch queries.jsonl --out run.jsonl
"""
    ),
)
@click.argument("words", nargs=-1, metavar="[TEXT]")
@config_file_option
@click.option(
    "-n",
    "--limit",
    default=10,
    show_default=True,
    metavar="NUMBER",
    type=click.IntRange(1, 1000),
    help="The most hits to show.",
)
@click.option("--product", metavar="NAME", help="Only records of this product.")
@click.option(
    "--root-cause", metavar="PATH", help="Only records of this topic and those below: `A > B`."
)
@click.option("--status", metavar="NAME", help="Only records of this status.")
@click.option("--kind", type=click.Choice([*KINDS, "page"]), help="Only this kind.")
@click.option("--year", metavar="YEAR", help="Only records of this year.")
@click.option(
    "--closed",
    metavar="WHEN",
    help=f"Only cases closed then: {_DATES}.",
)
@click.option("--json", "as_json", is_flag=True, help="Hits, words and facets as JSON.")
@click.option(
    "--batch",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True, allow_dash=True),
    help='Search for each line {"qid": …, "text": …} instead of TEXT; - reads standard input.',
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Where the hits of --batch go, a line of JSON a query; - is standard output.",
)
def command(
    words: tuple[str, ...],
    config_file: Path | None,
    limit: int,
    as_json: bool,
    batch: Path | None,
    out: Path | None,
    **filters: str | None,
) -> None:
    """Search the records and pages for TEXT: an error pasted whole, or words.

    Where TEXT is `-` it is read from standard input. Filters may stand in the text too, as
    `status:Resolved`; without TEXT, all that pass them are listed. Brings the index up to date
    first.
    """
    given = {name: value for name, value in filters.items() if value}
    if "closed" in given and not _is_period(given["closed"]):
        raise click.UsageError(f"--closed: `{given['closed']}` is not like {_DATES}")
    if batch or out:
        if not batch or not out or words or as_json:
            raise click.UsageError("--batch takes --out, and neither TEXT nor --json")
        _search_batch(batch, out, limit, given, config_file)
        return
    if not words and not given:
        raise click.UsageError("there is nothing to search for: give TEXT, or a filter")
    query = Query(_typed(words) if words else "", limit, given, facets=as_json)
    site = find_site(config_file)
    with stages() as progress:
        index = fresh_index(site.content, site.cache, site.settings, progress("Indexing"))
    answer = index.search(query)
    if as_json:
        print_document(search_output.as_json(query, answer))
        return
    show = search_output.for_people if sys.stdout.isatty() else search_output.for_pipes
    for line in show(answer.hits):
        click.echo(line)
    for line in search_output.remarks(answer):
        click.echo(line, err=True)


def _typed(words: tuple[str, ...]) -> str:
    """The text to search for; raises UsageError where there is nothing in it."""
    if "-" in words and len(words) > 1:
        raise click.UsageError(
            "`-` reads TEXT from standard input and takes no other words; leave them out, or put "
            "quotes around the whole TEXT to search for them"
        )
    if words == ("-",):
        typed = sys.stdin.buffer.read().decode("utf-8", "replace")
    else:
        typed = " ".join(word.strip() for word in words)
    if not typed.strip():
        raise click.UsageError("there is nothing to search for: TEXT is empty")
    return typed


def _is_period(closed: str) -> bool:
    """Whether the value of --closed names dates that exist, the earlier one first."""
    if not known_value("closed", closed, lambda name: ()):
        return False
    days = closed.lstrip("<>=").split("..")
    first, last = days[0], days[-1]
    return all(map(_DAY.fullmatch, days)) and first[: len(last)] <= last[: len(first)]


def _search_batch(
    batch: Path, out: Path, limit: int, filters: dict[str, str], config_file: Path | None
) -> None:
    """Write what is found for a whole file of queries, none of it where one line is no query."""
    from_standard = batch == _STANDARD
    data = sys.stdin.buffer.read() if from_standard else batch.read_bytes()
    queries = read_batch(data, "standard input" if from_standard else str(batch))
    site = find_site(config_file)
    with stages() as progress:
        index = fresh_index(site.content, site.cache, site.settings, progress("Indexing"))
        lines = run_batch(index, queries, limit, filters, progress("Searching"))
        if out == _STANDARD:
            for line in lines:
                click.echo(line, nl=False)
        else:
            with replaced_at_end(out) as file:
                file.writelines(lines)
        narrowed = index.search(Query("", 1, filters))
    for remark in search_output.unknown_filters(narrowed):
        click.echo(remark, err=True)
