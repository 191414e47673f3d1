from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="date-in-another-format",
    theme="form",
    summary="A date that is not written as year-month-day",
    reason=(
        "03/04/2026 is the third of April to one reader and the fourth of March to another, and no "
        "program can sort it. Written as 2026-04-03 it has one reading; `kb fix` writes it so where "
        "only one day can be meant."
    ),
    step="case-closure#end-the-case",
    fixable=True,
    bad=Example("opened: 2 March 2026\nclosed: 03/06/2026"),
    expected="""\
CASE-000417.md:2:9: error[date-in-another-format] `2 March 2026` is a date in another format
  help: write `2026-03-02`
CASE-000417.md:3:9: error[date-in-another-format] `03/06/2026` is a date in another format
  help: write `2026-06-03` or `2026-03-06`, whichever is meant""",
    good=Example("opened: 2026-03-02\nclosed: 2026-03-06"),
    check_source=problems_of("date-in-another-format"),
)
