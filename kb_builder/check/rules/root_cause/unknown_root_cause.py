from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import did_you_mean, shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import Taxonomy, split_path
from kb_builder.model.words import quoted

_MOST_NAMED = 3


def check(record: Record, content: Content) -> Iterator[Finding]:
    taxonomy = content.taxonomy
    if record.root_cause and taxonomy.topics and not taxonomy.topic(record.root_cause):
        message = f"there is no root cause {shown(record.root_cause)}"
        yield Finding(("root_cause",), message, _help(record.root_cause, taxonomy))


def _help(root_cause: str, taxonomy: Taxonomy) -> str:
    """Names the leaves of the same name in other places, or else the path that is nearest."""
    leaves = taxonomy.leaves()
    name = split_path(root_cause)[-1].casefold()
    same = [topic.full_name for topic in leaves if topic.name.casefold() == name]
    if 0 < len(same) <= _MOST_NAMED:
        return f"did you mean {quoted(same)}?"
    return did_you_mean(root_cause, (topic.full_name for topic in leaves))


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
    check_record=check,
)
