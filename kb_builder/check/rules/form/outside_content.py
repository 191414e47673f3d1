from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="outside-content",
    theme="form",
    summary="A link in the file system that leads out of the content folder",
    reason=(
        "A link to a file elsewhere works on one machine only, and it could publish a file that "
        "nobody meant to show. So such links are not followed."
    ),
    step="case-closure#publish-the-record",
    bad=Example(links={"cases/CASE-000418.md": "../../handover/CASE-000418.md"}),
    expected="""\
CASE-000418.md:1:1: error[outside-content] a link to `../../handover/CASE-000418.md`, outside the content folder
  help: put the file itself here""",
    good=Example(),
    check_source=problems_of("outside-content"),
)
