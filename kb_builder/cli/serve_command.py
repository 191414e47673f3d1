"""`kb serve`."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.cli.terminal import config_file_option, examples
from kb_builder.load import find_site


@click.command(
    "serve",
    epilog=examples(
        """
kb serve                     at 127.0.0.1:8000
kb serve --open -a 127.0.0.1:9000
"""
    ),
)
@config_file_option
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help="Where to serve it.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def command(config_file: Path | None, address: str, open_browser: bool) -> None:
    """Serve the site while you write, and build it anew with every file saved.

    A record's page shows what the check finds in it; a file that is broken has a page that says
    where.
    """
    # MkDocs takes longer to load than `--help` may take.
    from kb_builder.serve.preview import preview  # noqa: PLC0415

    preview(find_site(config_file), address, open_browser=open_browser)
