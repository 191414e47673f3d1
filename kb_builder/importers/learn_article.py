"""One file in the style of Microsoft Learn to an Article, however its front matter is broken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from kb_builder.importers.report import Loss
from kb_builder.load.source import read_source

_LARGEST = 20_000_000
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:[ \t]*(.*)")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")


@dataclass(frozen=True)
class Article:
    """A support article as it was read."""

    path: str
    """Below the folder that is imported."""
    fields: Mapping[str, Any]
    text: str
    """What follows the front matter."""
    first_line: int
    """The line of the file on which `text` starts."""
    field_lines: Mapping[str, int]

    @property
    def source(self) -> str:
        """What its record gives as `source`."""
        return self.path.removesuffix(".md")

    def line_of(self, *names: str) -> int:
        """The line of the first of the fields that is there, or 1."""
        return next((self.field_lines[name] for name in names if name in self.field_lines), 1)


def article_paths(src: Path, into: Path, losses: list[Loss]) -> list[str]:
    """Every Markdown file below `src`, sorted; not those below `into`, nor what a link leads out to."""
    root, own = src.resolve(), into.resolve()
    found: list[str] = []
    for folder, subfolders, names in os.walk(src):
        subfolders[:] = [
            name
            for name in subfolders
            if not name.startswith(".") and Path(folder, name).resolve() != own
        ]
        for name in names:
            file = Path(folder, name)
            if file.suffix.lower() == ".md" and not name.startswith("."):
                path = file.relative_to(src).as_posix()
                if file.resolve().is_relative_to(root):
                    found.append(path)
                else:
                    losses.append(
                        Loss(path, 1, "not-an-article", "a link that leads out of the folder")
                    )
    return sorted(found)


def read_article(src: Path, path: str, losses: list[Loss]) -> Article | None:
    """The article at `path` below `src`; None, and a loss that says why, where there is none."""
    source = read_source(src, PurePosixPath(path), _LARGEST)
    fields = source.fields
    text, first_line = source.body, source.body_line
    for problem in source.problems:
        if problem.rule == "no-front-matter":
            losses.append(Loss(path, problem.span.line, "not-an-article", problem.message))
            return None
        what = "front-matter-broken" if source.text else "unreadable-file"
        losses.append(Loss(path, problem.span.line, what, problem.message))
    front_matter = _FRONT_MATTER.match(source.text)
    if fields is None and front_matter:
        fields = _read_line_by_line(front_matter[1])
        text = source.text[front_matter.end() :]
        first_line = source.text.count("\n", 0, front_matter.end()) + 1
    if not fields:
        return None
    if not as_text(fields.get("title")):
        title = PurePosixPath(path).stem.replace("-", " ").replace("_", " ").capitalize()
        message = f"the front matter has no `title`; the file's name gives `{title}`"
        losses.append(Loss(path, 1, "missing-title", message))
        fields = {**fields, "title": title}
    lines = {str(key[0]): span.line for key, span in source.key_spans.items() if len(key) == 1}
    return Article(path, fields, text, first_line, lines)


def as_text(value: object) -> str:
    """A value of front matter as one line of text; empty for a list or mapping."""
    if value is None or isinstance(value, (list, dict)):
        return ""
    return re.sub(r"[\s\xa0]+", " ", str(value)).strip()


def as_texts(value: object) -> tuple[str, ...]:
    """A list of front matter, or a text that is one with commas, as its entries without repeats."""
    return tuple(dict.fromkeys(filter(None, _texts(value))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, dict):
                yield from (f"{key}:{as_text(below)}" for key, below in entry.items())
            else:
                yield as_text(entry).strip("\"'“”").strip()
    elif isinstance(value, dict):
        yield from _texts([value])
    else:
        # A comma in brackets belongs to a name, as in `Office Suite (Access, Excel)`.
        yield from (part.strip() for part in re.split(r",(?![^()]*\))", as_text(value)))


def _read_line_by_line(front_matter: str) -> dict[str, Any]:
    """Fields and lists of front matter that is no YAML, as far as its lines show them."""
    fields: dict[str, Any] = {}
    name = ""
    for line in front_matter.split("\n"):
        if key := _KEY.match(line):
            name = key[1]
            fields.setdefault(name, _unquoted(key[2]) or None)
        elif name and (entry := _ENTRY.match(line)):
            listed = fields[name] if isinstance(fields[name], list) else []
            fields[name] = [*listed, _unquoted(entry[1])]
        elif name and line.strip() and isinstance(fields[name], str):
            fields[name] = f"{fields[name]} {line.strip()}"
    return fields


def _unquoted(text: str) -> str:
    text = text.strip()
    quoted = len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]
    return text[1:-1] if quoted else text
