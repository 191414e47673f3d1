from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.notes import is_written
from kb_builder.check.conditions.values import NoPhrase, meets
from kb_builder.check.rule import Example, Rule
from kb_builder.model.content import Content


def _statuses(content: Content) -> tuple[str, ...]:
    return ("", *content.taxonomy.with_known_cause)


RULE = Rule(
    name="unknown-cause",
    theme="notes",
    summary="A cause that is only unknown, under a status that claims to know it",
    reason=(
        "What was resolved without knowing why comes back, and the next agent cannot tell whether "
        "it is the same. Even then it helps to read what was ruled out."
    ),
    step="case-closure#good-cause",
    bad=Example("cause: The root cause could not be determined.\nstatus: Resolved"),
    expected="""\
CASE-000417.md:2:8: error[unknown-cause] the cause is only unknown
  help: write what was ruled out and what is likely, or choose a status such as Not reproducible""",
    good=Example(
        "cause: The root cause could not be determined.\nstatus: Not reproducible\n"
        "status_reason: It did not occur in three days of tracing."
    ),
    check_record=meets(
        NoPhrase(
            field="cause",
            phrase="unknown",
            message="the cause is only unknown",
            help=(
                "write what was ruled out and what is likely, or choose a status such as "
                "Not reproducible"
            ),
            when=(Where("status", _statuses),),
            unless=is_written("cause"),
        )
    ),
)
