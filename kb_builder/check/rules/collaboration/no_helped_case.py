from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.conditions.values import Given
from kb_builder.check.fields import KIND_NAMES, is_missing
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.unknown_fields import is_misspelt
from kb_builder.check.wording import shown
from kb_builder.model.content import Content

_NOTES = """\
symptom: |
  The case owner asked which addresses a tenant has registered, and where `HID50011` is logged.
cause: The registered addresses are listed for the owner of an application only.
"""
_HELP = "write `case:` and the id of the case that it helped with"

NAMES_A_CASE = Given(
    field="case",
    kinds=("collaboration",),
    message="the collaboration does not name the case that it helped",
    help=_HELP,
    at_name=True,
)


def check(content: Content) -> Iterator[Finding]:
    """One named by none is found here; one that does not exist by the rule on unknown records."""
    for record in content.records:
        if record.kind != "collaboration":
            continue
        if is_misspelt(record, "case"):
            continue
        if is_missing(record, "case"):
            yield from NAMES_A_CASE.findings(record, content)
            continue
        helped = content.by_name.get(record.case)
        if helped and helped is not record and helped.kind in ("collaboration", "article"):
            message = f"{shown(record.case)} is {KIND_NAMES[helped.kind]}, not a case"
            yield Finding(record.file.span("case"), message, _HELP)


RULE = Rule(
    name="no-helped-case",
    theme="collaboration",
    summary="A collaboration that does not name the case it helped",
    reason=(
        "A collaboration answers one question of a case. Without the case nobody sees what was "
        "asked, what came of the answer, or that the owner needed help at all."
    ),
    step="collaboration-closure#end-the-collaboration",
    bad=Example(_NOTES, without=("case",), kind="collaboration"),
    expected="""\
COLLAB-000032.md:1:1: error[no-helped-case] the collaboration does not name the case that it helped
  help: write `case:` and the id of the case that it helped with""",
    good=Example("case: CASE-000417", kind="collaboration"),
    check_content=check,
)
