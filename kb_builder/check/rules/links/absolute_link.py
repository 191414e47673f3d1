from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from kb_builder.check.markdown.link_targets import links_of
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_OWN_MACHINE = re.compile(r"[a-z]:[\\/]|/(?:home|Users|tmp|mnt|var)/|~/", re.IGNORECASE)


def check(record: Record, content: Content) -> Iterator[Finding]:
    folder = record.file.location.parent
    own = tuple(f"{address.rstrip('/')}/" for address in content.settings.own_addresses)
    for link in links_of(record):
        if link.target.startswith(own):
            message = f"{shown(link.target)} is the published address of a page of this site"
            yield Finding(link.span, message, "name the file that the page is made from")
        elif _OWN_MACHINE.match(link.target):
            message = f"{shown(unquote(link.target))} is a path on the machine of who wrote it"
            yield Finding(
                link.span, message, "put the file beside the record, and name it from there"
            )
        elif link.target.startswith("/") and not link.target.startswith("//"):
            message = f"{shown(unquote(link.target))} does not start at the folder of its file"
            yield Finding(link.span, message, f"start at the folder of this file, `{folder}`")


RULE = Rule(
    name="absolute-link",
    theme="links",
    summary="A link to the content's own files that holds in one place only",
    reason=(
        "The site is read at several addresses, and in the repository besides. A link that starts at "
        "the root, at the published address or at a drive leads somewhere in one of them alone."
    ),
    step="case-closure#publish-the-record",
    bad=Example(body="How to close it: [the procedure](/procedures/case-closure.md).\n"),
    expected="""\
CASE-000417.md:32:34: error[absolute-link] `/procedures/case-closure.md` does not start at the folder of its file
  help: start at the folder of this file, `cases`""",
    good=Example(
        body="How to close it: [the procedure](../procedures/case-closure.md).\n",
        files={"procedures/case-closure.md": "# Closing a case\n"},
    ),
    check_record=check,
)
