from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.markdown.places import Places
from kb_builder.check.markdown.prose import prose
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<text>[^][\n]*)\](?=[(\[])|<img\s(?P<tag>[^<>]*)>", re.IGNORECASE
)
_ALT = re.compile(r"""(?<![\w-])alt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_NOTHING = re.compile(
    r"[\W\d_]*(?:(?:alt(?: text)?|image|img|picture|pic|photo|screen ?shot|screen capture|grafik|bild)"
    r"[\W\d_]*)?|\S+\.(?:png|jpe?g|gif|webp|avif)|(?:image|screen ?shot)[\d_ .-]+(?:at [\d. ]+)?",
    re.IGNORECASE,
)


def check(record: Record, content: Content) -> Iterator[Finding]:
    for field, text in record.markdown().items():
        if "![" not in text and "<i" not in text and "<I" not in text:
            continue
        for match in _PICTURE.finditer(prose(text)):
            described = match["text"]
            if described is None:
                alt = _ALT.search(match["tag"])
                described = next(filter(None, alt.groups()), "") if alt else ""
            if not _NOTHING.fullmatch(described.strip()):
                continue
            said = f"only {shown(described.strip())}" if described.strip() else "nothing"
            message = f"the picture's description says {said}"
            help = "say what the picture shows, with the words that can be read in it"
            yield Finding(Places(record, field, text).span(*match.span()), message, help)


RULE = Rule(
    name="picture-without-description",
    theme="links",
    severity="warning",
    summary="A picture with no description for those who do not see it",
    reason=(
        "The description is what a screen reader reads out, what stands there while the picture "
        "loads, and what search finds. Without it the picture exists for some readers only."
    ),
    step="case-closure#good-symptom",
    bad=Example(
        body="![screenshot](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    expected="""\
CASE-000417.md:32:1: warning[picture-without-description] the picture's description says only `screenshot`
  help: say what the picture shows, with the words that can be read in it""",
    good=Example(
        body="![The list of reply addresses, with the old one marked](CASE-000417/reply.png)\n",
        files={"cases/CASE-000417/reply.png": "(the picture)"},
    ),
    check_record=check,
)
