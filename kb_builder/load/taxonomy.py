"""The YAML files under `taxonomy/` to a Taxonomy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from kb_builder.load.positioned_yaml import Composed, compose
from kb_builder.load.source import read_source
from kb_builder.model.diagnostic import Problem
from kb_builder.model.source import KeyPath, SourceFile
from kb_builder.model.span import Span
from kb_builder.model.taxonomy import Product, Status, Taxonomy, Topic, split_path
from kb_builder.model.words import closest

RULE = "broken-taxonomy"
_LARGEST = 20_000_000


def load_taxonomy(root: Path) -> Taxonomy:
    """`root-causes.yml`, `products.yml` and `statuses.yml` below `root/taxonomy`.

    What cannot be used is left out, and stands in `problems` with its place.
    """
    topics = _List(root, "root-causes.yml", {"topic", "description", "topics", "replaced_by"})
    products = _List(root, "products.yml", {"product", "description"})
    statuses = _List(root, "statuses.yml", {"status", "description", "needs_reason"})
    taxonomy = Taxonomy(
        topics=tuple(_topics(topics, topics.entries, (), ())),
        products=tuple(
            Product(entry["product"], _text(entry, "description"))
            for _, entry in products.named("product", products.entries, ())
        ),
        statuses=tuple(
            Status(entry["status"], _text(entry, "description"), entry.get("needs_reason") is True)
            for _, entry in statuses.named("status", statuses.entries, ())
        ),
    )
    problems = [*topics.problems, *products.problems, *statuses.problems]
    problems += _wrong_replacements(taxonomy, topics)
    return Taxonomy(taxonomy.topics, taxonomy.products, taxonomy.statuses, tuple(problems))


class _List:
    """One taxonomy file: a list of mappings, each with a name of its own."""

    def __init__(self, root: Path, name: str, known: set[str]) -> None:
        location = PurePosixPath("taxonomy", name)
        self.known = known
        self.path = (root / location).as_posix()
        self.problems: list[Problem] = []
        self.entries: list[Any] = []
        self.composed = Composed()
        if not (root / location).exists():
            self._say(Span.whole_line(self.path, 1), "the file is missing", _EXAMPLES[name])
            return
        source = read_source(root, location, _LARGEST, must_have_front_matter=False)
        for problem in source.problems:
            self._say(problem.span, problem.message, problem.help)
        self.composed = compose(source.text, self.path)
        for problem in self.composed.problems:
            self._say(problem.span, problem.message, problem.help)
        if isinstance(self.composed.value, list):
            self.entries = self.composed.value
        elif not self.problems:
            self._say(Span.whole_line(self.path, 1), "is not a list", _EXAMPLES[name])

    def named(
        self, key: str, entries: list[Any], path: KeyPath
    ) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
        """The entries that are mappings with a name under `key` that no other has."""
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            place = (*path, number)
            if not isinstance(entry, dict):
                self.say(place, "the entry is no mapping", f"write `- {key}: its name`")
                continue
            for field in entry:
                if field not in self.known:
                    near = closest(field, self.known)
                    span = self.composed.key_spans[(*place, field)]
                    self._say(
                        span, f"unknown field `{field}`", f"did you mean `{near}`?" if near else ""
                    )
            name = entry.get(key)
            if not isinstance(name, str) or not name.strip():
                self.say(place, f"the entry has no `{key}`", f"write `- {key}: its name`")
            elif name in seen:
                self.say((*place, key), f"`{name}` stands a second time", "remove one of the two")
            else:
                seen.add(name)
                yield place, entry

    def say(self, place: KeyPath, message: str, help: str = "") -> None:
        file = SourceFile(
            self.path, PurePosixPath(), value_spans=self.composed.value_spans, text=""
        )
        self._say(file.span(*place), message, help)

    def _say(self, span: Span, message: str, help: str = "") -> None:
        self.problems.append(Problem(RULE, span, message, help))


_EXAMPLES = {
    "root-causes.yml": "list the topics: `- topic: Identity`, and below it `topics:` with a list of its own",
    "products.yml": "list the products: `- product: Halyard Mail`",
    "statuses.yml": "list the statuses: `- status: Resolved`",
}


def _topics(
    file: _List, entries: list[Any], path: KeyPath, above: tuple[str, ...]
) -> Iterator[Topic]:
    for place, entry in file.named("topic", entries, path):
        name = entry["topic"].strip()
        if ">" in name:
            file.say(
                (*place, "topic"), f"`{name}` holds `>`, which joins topics", "use another sign"
            )
            continue
        below = entry.get("topics") or []
        if not isinstance(below, list):
            file.say((*place, "topics"), "`topics` is not a list", "write `- topic: its name`")
            below = []
        here = (*above, name)
        yield Topic(
            here,
            _text(entry, "description"),
            _text(entry, "replaced_by"),
            tuple(_topics(file, below, (*place, "topics"), here)),
        )


def _text(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


def _wrong_replacements(taxonomy: Taxonomy, file: _List) -> Iterator[Problem]:
    for topic in taxonomy.by_path.values():
        if not topic.replaced_by:
            continue
        target = taxonomy.by_path.get(split_path(topic.replaced_by))
        if target is None:
            message = f"`{topic.full_name}` is replaced by `{topic.replaced_by}`, which is no topic"
        elif target.replaced_by or not target.is_leaf:
            message = (
                f"`{topic.full_name}` is replaced by `{topic.replaced_by}`, which cannot be chosen"
            )
        else:
            continue
        where = next(
            (
                span
                for key, span in file.composed.value_spans.items()
                if key[-1:] == ("replaced_by",) and _at(file.entries, key) == topic.replaced_by
            ),
            Span.whole_line(file.path, 1),
        )
        yield Problem(RULE, where, message, "name a leaf that is not deprecated")


def _at(value: Any, key: KeyPath) -> Any:
    for part in key:
        value = value[part]
    return value
