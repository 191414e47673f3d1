from __future__ import annotations

from kb_builder.check.conditions.condition import Where
from kb_builder.check.conditions.values import Given, meets
from kb_builder.check.fields import CLOSED_KINDS
from kb_builder.check.rule import Example, Rule
from kb_builder.model.content import Content

_STATUSES = """\
- status: Resolved
- status: Resolved by workaround
  needs_reason: true
"""


def _by_workaround(content: Content) -> tuple[str, ...]:
    return tuple(s for s in content.taxonomy.status_names if "workaround" in s.casefold())


RULE = Rule(
    name="workaround-missing",
    theme="closing",
    summary="A case that is resolved by a workaround which the record does not hold",
    reason=(
        "The cause remains, so the workaround is all that the next customer can have. Where it is "
        "buried in the resolution, or only in the case, they are told that one exists."
    ),
    step="case-closure#workarounds",
    bad=Example(
        "status: Resolved by workaround\nstatus_reason: The server has no setting for it.",
        files={"taxonomy/statuses.yml": _STATUSES},
    ),
    expected="""\
CASE-000417.md:2:9: error[workaround-missing] the status is `Resolved by workaround`, and no `workaround` tells which
  help: write the workaround, what it costs and how to undo it, into its own field""",
    good=Example(
        "status: Resolved by workaround\nstatus_reason: The server has no setting for it.\n"
        "workaround: |\n  Open Halyard Mail by its old web address until the change is undone. "
        "Links in\n  messages still lead to the new one.",
        files={"taxonomy/statuses.yml": _STATUSES},
    ),
    check_record=meets(
        Given(
            field="workaround",
            kinds=CLOSED_KINDS,
            when=(Where("status", _by_workaround),),
            at="status",
            message="the status is `{status}`, and no `workaround` tells which",
            help="write the workaround, what it costs and how to undo it, into its own field",
        )
    ),
)
