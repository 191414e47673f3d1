from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="wrong-type",
    theme="form",
    summary="A value that is not of the kind its field asks for",
    reason=(
        "A date that is no date cannot be sorted, and minutes that are a text cannot be added up. "
        "Such a value is left out of every list and figure."
    ),
    step="case-closure#publish-the-record",
    bad=Example('labor_minutes: "95"\nopened: last Monday\nenvironment: Halyard Mail 7.2'),
    expected="""\
CASE-000417.md:2:16: error[wrong-type] `labor_minutes` is a text, not a whole number
  help: write whole minutes, such as 45
CASE-000417.md:3:9: error[wrong-type] `opened` is a text, not a date
  help: write it as 2026-11-24
CASE-000417.md:4:14: error[wrong-type] `environment` is a text, not a list
  help: write it as a list: `environment:` and below it `- ` before each""",
    good=Example("labor_minutes: 95\nopened: 2026-03-02\nenvironment:\n  - Halyard Mail 7.2"),
    check_source=problems_of("wrong-type"),
)
