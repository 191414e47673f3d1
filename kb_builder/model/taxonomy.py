"""The root cause tree, the products and the statuses that records choose from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kb_builder.model.diagnostic import Problem

SEPARATOR = " > "


@dataclass(frozen=True)
class Topic:
    """A node of the root cause tree."""

    path: tuple[str, ...]
    description: str = ""
    replaced_by: str = ""
    """The path of the topic to use instead; a topic that has one is deprecated."""
    topics: tuple[Topic, ...] = ()

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def full_name(self) -> str:
        return SEPARATOR.join(self.path)

    @property
    def is_leaf(self) -> bool:
        return not self.topics

    def walk(self) -> Iterator[Topic]:
        """Itself and everything below it, in the order of the tree."""
        yield self
        for topic in self.topics:
            yield from topic.walk()


@dataclass(frozen=True, slots=True)
class Product:
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    name: str
    description: str = ""
    needs_reason: bool = False
    """Whether it is an exception, which a record explains in `status_reason`."""
    allows_unknown_cause: bool = False
    """Whether a record may leave open why the issue occurred."""


def split_path(text: str) -> tuple[str, ...]:
    """`"Identity > Sign-in"` as `("Identity", "Sign-in")`; blanks around `>` do not matter."""
    return tuple(part.strip() for part in text.split(">"))


@dataclass(frozen=True)
class Taxonomy:
    topics: tuple[Topic, ...] = ()
    products: tuple[Product, ...] = ()
    statuses: tuple[Status, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_path(self) -> dict[tuple[str, ...], Topic]:
        return {topic.path: topic for root in self.topics for topic in root.walk()}

    @cached_property
    def product_names(self) -> tuple[str, ...]:
        return tuple(product.name for product in self.products)

    @cached_property
    def status_names(self) -> tuple[str, ...]:
        return tuple(status.name for status in self.statuses)

    @cached_property
    def exceptions(self) -> tuple[str, ...]:
        """The statuses that need a reason."""
        return tuple(status.name for status in self.statuses if status.needs_reason)

    @cached_property
    def with_known_cause(self) -> tuple[str, ...]:
        """The statuses that do not allow an unknown cause."""
        return tuple(status.name for status in self.statuses if not status.allows_unknown_cause)

    def topic(self, root_cause: str) -> Topic | None:
        return self.by_path.get(split_path(root_cause))

    def status(self, name: str) -> Status | None:
        return next((status for status in self.statuses if status.name == name), None)

    def replacement(self, topic: Topic) -> str:
        """The path to use instead, where the topic or one above it is deprecated; else empty."""
        above = (self.by_path.get(topic.path[:depth]) for depth in range(1, len(topic.path)))
        return next((t.replaced_by for t in (*above, topic) if t and t.replaced_by), "")

    def leaves(self) -> list[Topic]:
        """The topics that a record may choose: leaves that are not deprecated, nor below such."""
        return [t for t in self.by_path.values() if t.is_leaf and not self.replacement(t)]
