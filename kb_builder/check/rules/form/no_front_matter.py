from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="no-front-matter",
    theme="form",
    summary="A record file without fields",
    reason=(
        "The fields at the top of the file are the record. Without them the text has no product, no "
        "root cause and no number, and appears in no list."
    ),
    step="case-closure#publish-the-record",
    bad=Example(text="# Sign-in fails with HID50011\n\nThe reply address was changed.\n"),
    expected="""\
CASE-000417.md:1:1: error[no-front-matter] no front matter
  help: start the file with a line of `---`, the fields, and a line of `---`""",
    good=Example(body="# More on HID50011\n\nThe reply address was changed.\n"),
    check_source=problems_of("no-front-matter"),
)
