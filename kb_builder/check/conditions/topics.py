"""What a root cause must meet, told as data; the page has the tree besides."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kb_builder.check.conditions.condition import Condition, filled
from kb_builder.check.rule import Finding
from kb_builder.check.wording import did_you_mean, shown
from kb_builder.check.written import replaced
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import Taxonomy, split_path
from kb_builder.model.words import quoted

_MOST_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class KnownTopic(Condition):
    """That the root cause is in the tree, where there is one."""

    test: ClassVar[str] = "known-topic"

    field: str = "root_cause"

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        taxonomy = content.taxonomy
        if record.root_cause and taxonomy.topics and not taxonomy.topic(record.root_cause):
            message = filled(self.message, {"value": shown(record.root_cause)})
            yield Finding(("root_cause",), message, _nearest(record.root_cause, taxonomy))


@dataclass(frozen=True, kw_only=True)
class LeafTopic(Condition):
    """That the root cause has no subtopics."""

    test: ClassVar[str] = "leaf-topic"

    field: str = "root_cause"

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        topic = content.taxonomy.topic(record.root_cause)
        if topic and not topic.is_leaf and not content.taxonomy.replacement(topic):
            names = [below.name for below in topic.topics if not below.replaced_by]
            yield self.found(record, topic=topic.full_name, names=quoted(names))


@dataclass(frozen=True, kw_only=True)
class CurrentTopic(Condition):
    """That no other root cause has replaced it."""

    test: ClassVar[str] = "current-topic"

    field: str = "root_cause"

    def unmet(self, record: Record, content: Content) -> Iterator[Finding]:
        topic = content.taxonomy.topic(record.root_cause)
        replacement = content.taxonomy.replacement(topic) if topic else ""
        if topic and replacement:
            found = self.found(record, topic=topic.full_name, replacement=replacement)
            usable = content.taxonomy.topic(replacement)
            if usable and usable.is_leaf and not content.taxonomy.replacement(usable):
                edits = replaced(record.file, ("root_cause",), usable.full_name)
                found = dataclasses.replace(found, edits=edits)
            yield found


def _nearest(root_cause: str, taxonomy: Taxonomy) -> str:
    """Names the leaves of the same name in other places, or else the path that is nearest."""
    leaves = taxonomy.leaves()
    name = split_path(root_cause)[-1].casefold()
    same = [topic.full_name for topic in leaves if topic.name.casefold() == name]
    if 0 < len(same) <= _MOST_NAMED:
        return f"did you mean {quoted(same)}?"
    return did_you_mean(root_cause, (topic.full_name for topic in leaves))
