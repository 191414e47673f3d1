from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.markdown.link_targets import is_url, links_of
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    for link in links_of(record):
        if link.is_image and is_url(link.target) and not link.target.startswith("data:"):
            message = f"the picture {shown(link.target)} is on another host"
            help = "the site loads nothing from other hosts; put the file beside the record"
            yield Finding(link.span, message, help)


RULE = Rule(
    name="external-picture",
    theme="links",
    severity="warning",
    summary="A picture that would come from another host",
    reason=(
        "The site loads nothing from other hosts: such a picture is not shown. If it were, that host "
        "would learn who reads which case, and could change what they see."
    ),
    step="case-closure#publish-the-record",
    bad=Example(body="![Reply addresses](https://img.example.com/reply.png)\n"),
    expected="""\
CASE-000417.md:32:20: warning[external-picture] the picture `https://img.example.com/reply.png` is on another host
  help: the site loads nothing from other hosts; put the file beside the record""",
    good=Example(
        body="![Reply addresses](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    check_record=check,
)
