"""`kb search`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from kb_builder.cli.terminal import config_file_option, examples, stages, style
from kb_builder.index import Hit, Hits, Query
from kb_builder.index.upkeep import fresh_index
from kb_builder.load import find_site
from kb_builder.model.fields import KINDS
from kb_builder.report.text import counted, one_line


@click.command(
    "search",
    epilog=examples(
        """
kb search "451 4.7.0 Temporary server error"
kb search 0x80070005 --kind case
kb search - < error.log
kb search --json token cache | jq '.hits[0].id'
"""
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="TEXT")
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
@click.option("--product", default="", help="Only records of this product.")
@click.option("--kind", type=click.Choice([*KINDS, "page"]), help="Only this kind.")
@click.option("--json", "as_json", is_flag=True, help="Hits as JSON.")
def command(
    words: tuple[str, ...],
    config_file: Path | None,
    limit: int,
    product: str,
    kind: str | None,
    as_json: bool,
) -> None:
    """Search the records and pages for TEXT: an error pasted whole, or words.

    Where TEXT is `-` it is read from standard input. Brings the index up to date first.
    """
    typed = " ".join(words)
    if typed == "-":
        typed = sys.stdin.buffer.read().decode("utf-8", "replace")
    if not typed.strip():
        raise click.UsageError("there is nothing to search for: TEXT is empty")
    query = Query(typed, limit, kind or "", product)
    site = find_site(config_file)
    with stages() as progress:
        index = fresh_index(site.content, site.cache, site.settings, progress("Indexing"))
    answer = index.search(query)
    if as_json:
        click.echo(_as_json(query, answer))
        return
    if sys.stdout.isatty():
        _print_list(answer)
    else:
        for hit in answer.hits:
            fields = (hit.card.id or hit.card.kind, hit.card.title, _origin(hit))
            click.echo("\t".join(map(one_line, fields)))
    _say_rest(answer)


def _print_list(answer: Hits) -> None:
    for number, hit in enumerate(answer.hits, 1):
        card = hit.card
        name = style(one_line(card.id or "page"), "place")
        withdrawn = style(" withdrawn", "warning") if card.withdrawn else ""
        click.echo(f"{number:3}  {name}  {style(one_line(card.title), 'title')}{withdrawn}")
        facts = " · ".join(filter(None, (card.product, card.status, _origin(hit))))
        click.echo(f"     {style(one_line(facts), 'quiet')}")
        if card.symptom:
            click.echo(f"     {one_line(card.symptom)}")
        click.echo(f"     {style('matched:', 'help')} {', '.join(hit.matched)}\n")


def _say_rest(answer: Hits) -> None:
    """Say what the list does not: how many there are, and what nothing has."""
    shown = len(answer.hits)
    best = f", the best {shown:,} shown" if shown < answer.found else ""
    click.echo(f"{counted(answer.found, 'hit')}{best}", err=True)
    if answer.unknown:
        click.echo(f"not in any record: {', '.join(answer.unknown)}", err=True)


def _origin(hit: Hit) -> str:
    return hit.card.source or hit.card.path


def _as_json(query: Query, answer: Hits) -> str:
    hits = [
        {**asdict(hit.card), "score": hit.score, "matched": list(hit.matched)}
        for hit in answer.hits
    ]
    value = {
        "text": query.text,
        "found": answer.found,
        "unknown": list(answer.unknown),
        "hits": hits,
    }
    return json.dumps(value, ensure_ascii=False, indent=2)
