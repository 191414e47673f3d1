from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.markdown.link_targets import is_url, links_of, path_in
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.locations import inside
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    if not content.picture_bytes:
        return
    most = content.settings.largest_picture_bytes
    for link in links_of(record):
        if not link.is_image or is_url(link.target):
            continue
        path = path_in(link.target)
        target = inside(record.file.location.parent, path)
        size = content.picture_bytes.get(target, 0) if target else 0
        if size > most:
            message = f"{shown(path)} has {_kilobytes(size)}, where {_kilobytes(most)} are the most"
            yield Finding(link.span, message, "cut it to the part that matters, or save it as WebP")


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.0f} KB" if size >= 1000 else f"{size} bytes"


RULE = Rule(
    name="huge-picture",
    theme="links",
    severity="warning",
    summary="A picture that takes long to load",
    reason=(
        "The agent reads the page while a customer waits, often over a slow line. A screenshot of a "
        "whole desk takes seconds, and the message that matters is too small in it to be read."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        body="![The list of reply addresses](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
        settings={"largest_picture_bytes": 10},
    ),
    expected="""\
CASE-000417.md:32:32: warning[huge-picture] `CASE-000417/reply.png` has 13 bytes, where 10 bytes are the most
  help: cut it to the part that matters, or save it as WebP""",
    good=Example(
        body="![The list of reply addresses](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    check_record=check,
)
