from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.markdown.link_targets import without_file
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    yield from without_file(record, content, pictures=False)


RULE = Rule(
    name="broken-link",
    theme="links",
    summary="A link to a file that is not there",
    reason=(
        "The reader follows a link in the middle of a repair and ends at an error page. Links name "
        "files, relative to the record, and become the addresses of pages when the site is built."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        body="How to close it: [the procedure](../procedures/closure.md).\n",
        files={"procedures/case-closure.md": "# Closing a case\n"},
    ),
    expected="""\
CASE-000417.md:32:34: error[broken-link] there is no file `../procedures/closure.md`
  help: did you mean `../procedures/case-closure.md`?""",
    good=Example(
        body="How to close it: [the procedure](../procedures/case-closure.md#steps).\n",
        files={"procedures/case-closure.md": "# Closing a case\n"},
    ),
    check_record=check,
)
