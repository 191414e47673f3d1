from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="broken-front-matter",
    theme="form",
    summary="Front matter that is not YAML",
    reason=(
        "Where the fields cannot be read there is no record: the case is neither checked, nor "
        "published, nor found."
    ),
    step="case-closure#publish-the-record",
    bad=Example("title: Sign-in fails: HID50011 after a change of address"),
    expected="""\
CASE-000417.md:2:21: error[broken-front-matter] YAML: mapping values are not allowed in this context
  help: a text that holds `: ` is put in quotes or in a block after `|`""",
    good=Example('title: "Sign-in fails: HID50011 after a change of address"'),
    check_source=problems_of("broken-front-matter"),
)
