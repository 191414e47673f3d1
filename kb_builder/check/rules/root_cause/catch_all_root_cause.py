from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.likely_leaf import is_catch_all, likely_leaf
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.words import quoted

_TREE = """\
- topic: Identity
  topics:
    - topic: Sign-in
      topics:
        - topic: Reply address
        - topic: Clock skew
          description: Two clocks differ by more than the token lifetime allows.
        - topic: Other
"""


def check(record: Record, content: Content) -> Iterator[Finding]:
    chosen = content.taxonomy.topic(record.root_cause)
    if not chosen or not chosen.is_leaf or not is_catch_all(chosen):
        return
    if content.taxonomy.replacement(chosen):
        return
    if likely := likely_leaf(record, chosen, content.taxonomy):
        leaf, shared = likely
        message = (
            f"`{chosen.full_name}` is chosen, and the notes share {quoted(shared)} with a leaf"
        )
        yield Finding(("root_cause",), message, f"did you mean `{leaf.full_name}`?")


RULE = Rule(
    name="catch-all-root-cause",
    theme="root-cause",
    severity="hint",
    summary="A root cause that says only `Other`, where a leaf beside it says what the notes do",
    reason=(
        "Twenty cases under *Other* are twenty cases that nobody repairs. Most of them have a leaf of "
        "their own, which was further up or down in the list."
    ),
    step="case-closure#choose-root-cause",
    bad=Example(
        "root_cause: Identity > Sign-in > Other\ncause: |\n"
        "  The clock of the mail server was nine minutes fast. Its tokens were issued in the\n"
        "  future, beyond the lifetime that Halyard Identity allows.",
        files={"taxonomy/root-causes.yml": _TREE},
    ),
    expected="""\
CASE-000417.md:2:13: hint[catch-all-root-cause] `Identity > Sign-in > Other` is chosen, and the notes share `clock`, `tokens`, `lifetime`, `allows` with a leaf
  help: did you mean `Identity > Sign-in > Clock skew`?""",
    good=Example(
        "root_cause: Identity > Sign-in > Clock skew\ncause: |\n"
        "  The clock of the mail server was nine minutes fast. Its tokens were issued in the\n"
        "  future, beyond the lifetime that Halyard Identity allows.",
        files={"taxonomy/root-causes.yml": _TREE},
    ),
    check_record=check,
)
