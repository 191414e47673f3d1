from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.written import replaced
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    topic = content.taxonomy.topic(record.root_cause)
    replacement = content.taxonomy.replacement(topic) if topic else ""
    if topic and replacement:
        message = f"`{topic.full_name}` is no longer used"
        usable = content.taxonomy.topic(replacement)
        edits: tuple[Edit, ...] = ()
        if usable and usable.is_leaf and not content.taxonomy.replacement(usable):
            edits = replaced(record.file, ("root_cause",), usable.full_name)
        yield Finding(("root_cause",), message, f"choose `{replacement}`", edits)


RULE = Rule(
    name="deprecated-root-cause",
    theme="root-cause",
    summary="A root cause that another one has replaced",
    reason=(
        "Cases under the old name and cases under the new one are the same defect, counted as two. "
        "Each of the two then looks half as urgent as it is."
    ),
    step="case-closure#choose-root-cause",
    bad=Example("root_cause: Identity > Sign-in > Cookie jar"),
    expected="""\
CASE-000417.md:2:13: error[deprecated-root-cause] `Identity > Sign-in > Cookie jar` is no longer used
  help: choose `Identity > Sign-in > Token cache`""",
    good=Example("root_cause: Identity > Sign-in > Token cache"),
    check_record=check,
)
