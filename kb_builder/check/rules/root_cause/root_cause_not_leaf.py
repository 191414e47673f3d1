from __future__ import annotations

from kb_builder.check.conditions.topics import LeafTopic
from kb_builder.check.conditions.values import meets
from kb_builder.check.rule import Example, Rule

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
    check_record=meets(
        LeafTopic(message="`{topic}` has subtopics", help="choose one of {names}"),
    ),
)
