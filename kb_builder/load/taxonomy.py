"""The YAML files under `taxonomy/` to a Taxonomy."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from kb_builder.load.positioned_yaml import compose
from kb_builder.load.source import read_source
from kb_builder.model.diagnostic import Problem
from kb_builder.model.source import KeyPath, SourceFile
from kb_builder.model.span import Span
from kb_builder.model.taxonomy import Product, Status, Taxonomy, Topic, split_path
from kb_builder.model.words import closest

RULE = "broken-taxonomy"
_LARGEST = 20_000_000
_FLAGS = ("needs_reason", "allows_unknown_cause")
_MISSING_ENTRIES = {
    "root-causes.yml": "list the topics: `- topic: Identity`, and below it `topics:` with a list of its own",
    "products.yml": "list the products: `- product: Halyard Mail`",
    "statuses.yml": "list the statuses: `- status: Resolved`",
}


def load_taxonomy(root: Path) -> Taxonomy:
    """`root-causes.yml`, `products.yml` and `statuses.yml` below `root/taxonomy`.

    What cannot be used is left out, and stands in `problems` with its place.
    """
    root_causes, products, statuses = (_read(root, name) for name in _MISSING_ENTRIES)
    taxonomy = Taxonomy(
        topics=tuple(_topics(root_causes, root_causes.entries)),
        products=tuple(
            Product(entry.name, entry.text("description"))
            for entry in _named(products, products.entries, "product", "description")
        ),
        statuses=tuple(
            Status(
                entry.name, entry.text("description"), *(_is(statuses, entry, f) for f in _FLAGS)
            )
            for entry in _named(statuses, statuses.entries, "status", "description", *_FLAGS)
        ),
    )
    _judge_replacements(root_causes, taxonomy)
    problems = (*root_causes.problems, *products.problems, *statuses.problems)
    return dataclasses.replace(taxonomy, problems=problems)


@dataclass
class _ListFile:
    source: SourceFile
    entries: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[tuple[str, ...], KeyPath] = field(default_factory=dict)
    """Where each topic stands, by its path in the tree."""

    def say(self, at: KeyPath | Span, message: str, help: str = "") -> None:
        span = at if isinstance(at, Span) else self.source.span(*at)
        self.problems.append(Problem(RULE, span, message, help))


@dataclass(frozen=True)
class _Entry:
    place: KeyPath
    name: str
    fields: dict[str, Any]

    def text(self, key: str) -> str:
        value = self.fields.get(key)
        return value.strip() if isinstance(value, str) else ""


def _read(root: Path, name: str) -> _ListFile:
    """The file as a list of entries, which is empty where it cannot be read."""
    location = PurePosixPath("taxonomy", name)
    source = read_source(root, location, _LARGEST, must_have_front_matter=False)
    file = _ListFile(source)
    if not (root / location).exists() and not (root / location).is_symlink():
        file.say((), "the file is missing", _MISSING_ENTRIES[name])
        return file
    problems, value = source.problems, None
    if not problems:
        composed = compose(source.text, source.path)
        problems, value = tuple(composed.problems), composed.value
        file.source = dataclasses.replace(
            source, key_spans=composed.key_spans, value_spans=composed.value_spans
        )
    for problem in problems:
        file.say(problem.span, problem.message, problem.help)
    if isinstance(value, list):
        file.entries = value
    elif not problems:
        file.say((), "is not a list", _MISSING_ENTRIES[name])
    return file


def _named(
    file: _ListFile, entries: list[Any], key: str, *others: str, below: KeyPath = ()
) -> Iterator[_Entry]:
    """The entries that are mappings with a name under `key` that no other has."""
    seen: set[str] = set()
    for number, fields in enumerate(entries):
        place = (*below, number)
        if not isinstance(fields, dict):
            file.say(place, "the entry is no mapping", f"write `- {key}: its name`")
            continue
        _judge_fields(file, place, fields, (key, *others))
        name = fields.get(key)
        name = name.strip() if isinstance(name, str) else ""
        if not name:
            help = f"write `- {key}: its name`"
            if fields.get(key) not in (None, ""):
                help = f"write `- {key}:` and its name in quotes"
            file.say((*place, key), f"the entry has no `{key}`", help)
        elif name in seen:
            file.say((*place, key), f"`{name}` stands a second time", "remove one of the two")
        else:
            seen.add(name)
            yield _Entry(place, name, fields)


def _judge_fields(
    file: _ListFile, place: KeyPath, fields: dict[str, Any], known: tuple[str, ...]
) -> None:
    for name, value in fields.items():
        if name not in known:
            near = closest(name, known)
            help = f"did you mean `{near}`?" if near else ""
            file.say(file.source.key_span(*place, name), f"unknown field `{name}`", help)
        elif name in ("description", "replaced_by") and not isinstance(value, str | None):
            file.say((*place, name), f"`{name}` is not a text", "put it in quotes")


def _topics(
    file: _ListFile, entries: list[Any], below: KeyPath = (), above: tuple[str, ...] = ()
) -> Iterator[Topic]:
    fields = ("topic", "description", "topics", "replaced_by")
    for entry in _named(file, entries, *fields, below=below):
        if ">" in entry.name:
            message = f"`{entry.name}` holds `>`, which joins topics"
            file.say((*entry.place, "topic"), message, "use another sign")
            continue
        path, inside = (*above, entry.name), (*entry.place, "topics")
        subtopics = entry.fields.get("topics") or []
        if not isinstance(subtopics, list):
            file.say(inside, "`topics` is not a list", "write `- topic: its name`")
            subtopics = []
        file.places[path] = entry.place
        yield Topic(
            path,
            entry.text("description"),
            entry.text("replaced_by"),
            tuple(_topics(file, subtopics, inside, path)),
        )


def _is(file: _ListFile, entry: _Entry, flag: str) -> bool:
    value = entry.fields.get(flag, False)
    if not isinstance(value, bool):
        message = f"`{flag}` is neither true nor false"
        file.say((*entry.place, flag), message, "write `true`, or leave it out")
    return value is True


def _judge_replacements(file: _ListFile, taxonomy: Taxonomy) -> None:
    usable = {topic.path for topic in taxonomy.leaves()}
    for topic in taxonomy.by_path.values():
        target = split_path(topic.replaced_by)
        if not topic.replaced_by or target in usable:
            continue
        what = "which cannot be chosen" if target in taxonomy.by_path else "which is no topic"
        file.say(
            (*file.places[topic.path], "replaced_by"),
            f"`{topic.full_name}` is replaced by `{topic.replaced_by}`, {what}",
            "name a leaf that is not deprecated",
        )
