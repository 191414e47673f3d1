from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kb_builder.check.markdown.link_targets import is_url, path_in
from kb_builder.check.markdown.links import links_in
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.load.content import CASES
from kb_builder.model.content import Content
from kb_builder.model.locations import inside
from kb_builder.model.span import Span


def check(content: Content) -> Iterator[Finding]:
    pictures = {file for file in content.picture_bytes if file.parts[0] == CASES}
    if not pictures:
        return
    used = set(_used(content))
    # A record that could not be read may show it, and a picture that is missing may be this one.
    unread = {source.location.parent for source in content.broken}
    missing = {target.parent for target in used if target not in content.files}
    for picture in sorted(pictures - used):
        if picture.parent not in missing and unread.isdisjoint(picture.parents[:2]):
            span = Span.whole_line(_path_of(picture, content), 1)
            message = "no record shows this picture"
            yield Finding(span, message, "show it where it helps, or remove the file")


def _used(content: Content) -> Iterator[PurePosixPath]:
    texts = [
        (record.file.location, text)
        for record in content.records
        for text in record.markdown().values()
    ]
    texts += [(page.location, page.body or page.text) for page in content.pages]
    for location, text in texts:
        for link in links_in(text):
            if is_url(link.target):
                continue
            if target := inside(location.parent, path_in(link.target)):
                yield target


def _path_of(file: PurePosixPath, content: Content) -> str:
    """The path of a file as the user would type it, told by that of another."""
    for source in (*content.sources, *content.pages):
        if source.path.endswith(source.location.as_posix()):
            return source.path.removesuffix(source.location.as_posix()) + file.as_posix()
    return file.as_posix()


RULE = Rule(
    name="unused-picture",
    theme="links",
    severity="warning",
    summary="A picture below the records that none of them shows",
    reason=(
        "It is published all the same: nobody looks through what it shows, a name or an address "
        "perhaps, and nobody misses it. Or the record that was to show it lost the line."
    ),
    step="case-closure#publish-the-record",
    bad=Example(files={"cases/CASE-000417/reply.png": "(the picture)"}),
    expected="""\
CASE-000417/reply.png:1:1: warning[unused-picture] no record shows this picture
  help: show it where it helps, or remove the file""",
    good=Example(
        body="![The list of reply addresses](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    check_content=check,
    needs_all_records=True,
)
