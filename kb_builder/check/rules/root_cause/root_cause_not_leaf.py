from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.words import quoted


def check(record: Record, content: Content) -> Iterator[Finding]:
    topic = content.taxonomy.topic(record.root_cause)
    if topic and not topic.is_leaf and not content.taxonomy.replacement(topic):
        names = [below.name for below in topic.topics if not below.replaced_by]
        yield Finding(
            ("root_cause",),
            f"`{topic.full_name}` has subtopics",
            f"choose one of {quoted(names)}",
        )


RULE = Rule(
    name="root-cause-not-leaf",
    theme="root-cause",
    summary="A root cause that is not the most specific one",
    reason=(
        "The product team reads the root causes to see what breaks most. A topic that has "
        "subtopics only says where to look; a leaf says what to mend."
    ),
    step="case-closure#choose-root-cause",
    bad=Example("root_cause: Identity > Sign-in"),
    expected="""\
CASE-000417.md:2:13: error[root-cause-not-leaf] `Identity > Sign-in` has subtopics
  help: choose one of `Reply address`, `Token cache`""",
    good=Example("root_cause: Identity > Sign-in > Token cache"),
    check_record=check,
)
