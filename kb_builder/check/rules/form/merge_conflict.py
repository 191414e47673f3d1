from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="merge-conflict",
    theme="form",
    summary="A conflict of two edits that nobody has resolved",
    reason=(
        "Two people have changed the same lines, and both versions stand in the file. Published, "
        "the record would contradict itself in the middle of a sentence."
    ),
    step="case-closure#publish-the-record",
    bad=Example("<<<<<<< HEAD\nlabor_minutes: 95\n=======\nlabor_minutes: 110\n>>>>>>> review"),
    expected="""\
CASE-000417.md:2:1: error[merge-conflict] an unresolved merge conflict
  help: keep the lines that hold, and remove `<<<<<<<`, `=======` and `>>>>>>>`""",
    good=Example("labor_minutes: 110"),
    check_source=problems_of("merge-conflict"),
)
