from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.markdown.link_targets import without_file
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    yield from without_file(record, content, pictures=True)


RULE = Rule(
    name="missing-picture",
    theme="links",
    summary="A picture whose file is not there",
    reason=(
        "Where a picture is missing the page shows a torn sheet, and whatever the text left to the "
        "picture is lost. Pictures stand in a folder beside the record."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        body="![The list of reply addresses](CASE-000417/replies.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    expected="""\
CASE-000417.md:32:32: error[missing-picture] there is no file `CASE-000417/replies.png`
  help: did you mean `CASE-000417/reply.png`?""",
    good=Example(
        body="![The list of reply addresses](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    check_record=check,
)
