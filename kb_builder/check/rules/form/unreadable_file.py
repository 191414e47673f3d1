from __future__ import annotations

from kb_builder.check.rule import Example, Rule, problems_of

RULE = Rule(
    name="unreadable-file",
    theme="form",
    summary="A file that cannot be opened",
    reason=(
        "The file is there and its content is not: it may not be read by this user, or it is a link "
        "to a file that was moved. Its case would be missing from the site without a word."
    ),
    step="case-closure#publish-the-record",
    bad=Example(links={"cases/CASE-000418.md": "CASE-000419.md"}),
    expected="""\
CASE-000418.md:1:1: error[unreadable-file] cannot be read: no such file or directory""",
    good=Example(),
    check_source=problems_of("unreadable-file"),
)
