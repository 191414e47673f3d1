from __future__ import annotations

from kb_builder.check.conditions.topics import KnownTopic
from kb_builder.check.conditions.values import meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="unknown-root-cause",
    theme="root-cause",
    summary="A root cause that is not in the tree",
    reason=(
        "The figures by root cause count what is in the tree. A cause of somebody's own wording is "
        "counted nowhere, however often it occurs."
    ),
    step="case-closure#choose-root-cause",
    bad=Example("root_cause: Identity > Reply address"),
    expected="""\
CASE-000417.md:2:13: error[unknown-root-cause] there is no root cause `Identity > Reply address`
  help: did you mean `Identity > Sign-in > Reply address`?""",
    good=Example("root_cause: Identity > Sign-in > Reply address"),
    check_record=meets(KnownTopic(message="there is no root cause {value}")),
)
