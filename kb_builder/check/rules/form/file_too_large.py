from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="file-too-large",
    theme="form",
    summary="A record file that is larger than the site reads",
    reason=(
        "A file of that size holds a whole log or a picture turned into text. It would slow down "
        "every search and page, and the few lines that matter drown in it."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        body="2026-03-05 10:14:07 HID50011 reply address does not match\n" * 30,
        settings={"largest_record_bytes": 2000},
    ),
    expected="""\
CASE-000417.md:1:1: error[file-too-large] 2,706 bytes, where 2,000 are the most that is read
  help: quote the lines that matter, and keep the whole log elsewhere""",
    good=Example(
        body="2026-03-05 10:14:07 HID50011 reply address does not match\n",
        settings={"largest_record_bytes": 2000},
    ),
    check_source=problems_of("file-too-large"),
)
