from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="tab-in-front-matter",
    theme="form",
    summary="A tab that indents a line of the front matter",
    reason=(
        "YAML forbids tabs in indentation, because their width is a matter of taste. To the eye the "
        "line looks right, and the whole record is lost. Tabs inside a text or after a colon do no harm."
    ),
    step="case-closure#publish-the-record",
    bad=Example("environment:\n\t- Halyard Mail 7.2 on premises"),
    expected="""\
CASE-000417.md:3:1: error[tab-in-front-matter] a tab indents this line
  help: use blanks""",
    good=Example("environment:\n  - Halyard Mail 7.2 on premises"),
    check_source=problems_of("tab-in-front-matter"),
)
