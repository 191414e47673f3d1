"""`kb schema`."""

from __future__ import annotations

from pathlib import Path

import click

from kb_builder.check.schema import schema_text
from kb_builder.cli.terminal import config_file_option, examples, print_document
from kb_builder.load import find_site
from kb_builder.load.taxonomy import load_taxonomy


@click.command(
    "schema",
    epilog=examples(
        """
kb schema > record.schema.json
kb schema | jq '."$defs".case.properties.root_cause'
"""
    ),
)
@config_file_option
def command(config_file: Path | None) -> None:
    """Print the JSON Schema of the front matter of this site's records.

    It knows the site's products, statuses and root causes. The published site has it as
    schema/record.json.
    """
    site = find_site(config_file)
    print_document(schema_text(load_taxonomy(site.content), site.settings).rstrip("\n"))
