"""Markdown with front matter, split so that every position of the file is still known."""

from __future__ import annotations

import re
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from kb_builder.load.positioned_yaml import Composed, compose

_NOT_IN_BLOCK = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML reads in a block as a line end, or not at all."""
_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


class PositionedYAMLHandler(YAMLHandler):
    """python-frontmatter's handler for YAML, extended: the place of every field is known.

    As with the handler it extends, `load` gives plain values; `compose` gives them with their
    places, and with problems instead of exceptions.
    """

    FM_BOUNDARY = _BOUNDARY

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; ValueError where the text does not start with front matter.

        Nothing is stripped, so the body starts `3 + its line breaks` lines into the file.
        """
        opening = _BOUNDARY.match(text)
        closing = _BOUNDARY.search(text, opening.end() + 1) if opening else None
        if opening is None or closing is None:
            raise ValueError("no front matter")
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]

    def load(self, fm: str, **kwargs: object) -> Any:
        return self.compose(fm, "").value

    def compose(self, fm: str, path: str) -> Composed:
        """The front matter of the file `path`, in which it starts on line 2."""
        return compose(fm, path, first_line=2)

    def export(self, metadata: dict[str, Any] | list[Any], **kwargs: object) -> str:
        """Front matter in the layout of records: texts of several lines as blocks after `|`."""
        dumped = yaml.dump(
            metadata,
            Dumper=_RecordDumper,
            default_flow_style=False,
            allow_unicode=True,
            sort_keys=False,
            width=10_000,
        )
        return str(dumped).removesuffix("\n")


class _RecordDumper(yaml.SafeDumper):
    """Writes a text of several lines as a block, and a list indented below its field."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def represent_mapping(self, *arguments: Any, **options: Any) -> yaml.MappingNode:
        """What PyYAML says, with the name `on` as people write it, and not in quotes."""
        node = super().represent_mapping(*arguments, **options)
        for name, _ in node.value:
            if name.value == "on":
                name.tag = "tag:yaml.org,2002:bool"  # which is what YAML 1.1 takes it for
        return node

    def analyze_scalar(self, scalar: str) -> Any:
        """What PyYAML says, except that tabs and blanks at the end of a line do not forbid a block."""
        analysis = super().analyze_scalar(scalar)
        if "\n" in scalar and not _NOT_IN_BLOCK.search(scalar):
            analysis.allow_block = True
        return analysis

    def determine_block_hints(self, text: str) -> Any:
        hints = super().determine_block_hints(text)
        # A leading tab would be taken for indentation, unless the block says how deep that is.
        return f"{self.best_indent}{hints}" if text.startswith("\t") else hints


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_RecordDumper.add_representer(str, _represent_text)
