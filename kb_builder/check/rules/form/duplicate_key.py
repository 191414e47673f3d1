from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="duplicate-key",
    theme="form",
    summary="A field that is given twice",
    reason=(
        "YAML readers keep one of the two and say nothing, and not all keep the same one: "
        "half of what the writer meant is lost without a sign."
    ),
    step="case-closure#publish-the-record",
    bad=Example("owner: mira.k\nlabor_minutes: 95\nowner: jonas.t"),
    expected="""\
CASE-000417.md:4:1: error[duplicate-key] `owner` stands a second time
  help: keep this one or that of line 2""",
    good=Example("owner: mira.k\nlabor_minutes: 95"),
    check_source=problems_of("duplicate-key"),
)
