from __future__ import annotations

from kb_builder.check.conditions.topics import CurrentTopic
from kb_builder.check.conditions.values import meets
from kb_builder.check.rule import Example, Rule

RULE = Rule(
    name="deprecated-root-cause",
    theme="root-cause",
    summary="A root cause that another one has replaced",
    reason=(
        "Cases under the old name and cases under the new one are the same defect, counted as two. "
        "Each of the two then looks half as urgent as it is."
    ),
    step="case-closure#choose-root-cause",
    fixable=True,
    bad=Example("root_cause: Identity > Sign-in > Cookie jar"),
    expected="""\
CASE-000417.md:2:13: error[deprecated-root-cause] `Identity > Sign-in > Cookie jar` is no longer used
  help: choose `Identity > Sign-in > Token cache`""",
    good=Example("root_cause: Identity > Sign-in > Token cache"),
    check_record=meets(
        CurrentTopic(message="`{topic}` is no longer used", help="choose `{replacement}`"),
    ),
)
