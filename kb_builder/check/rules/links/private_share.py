from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.markdown.link_targets import links_of
from kb_builder.check.markdown.places import Places
from kb_builder.check.markdown.prose import prose
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record

_SHARE = re.compile(
    r"""(?:file|smb|afp|onenote):|\\
    | https?://(?:
        localhost (?=[:/]|$) | 127\. | 10\.\d | 192\.168\. | 172\.(?:1[6-9]|2\d|3[01])\.
        | [a-z0-9_-]+ (?::\d+)? (?:/|$)
        | [^/]*\.(?:local|internal|intranet|corp|lan)\b
        | [^/]*-my\.sharepoint\.com/ | [^/]*\.sharepoint\.com/:[a-z]:/
        | 1drv\.ms/ | (?:www\.)?dropbox\.com/(?:s|scl)/ | drive\.google\.com/(?:file|drive)/
        | teams\.microsoft\.com/l/ | [^/]*\.slack\.com/archives/
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNC = re.compile(r"(?<![\\\w:])\\\\[A-Za-z][\w.-]*\\[^\s\0<>\"|?*`]*[^\s\0<>\"|?*`.,;:)]")


def check(record: Record, content: Content) -> Iterator[Finding]:
    help = "put what stands there into the text, or the file beside the record"
    linked = []
    for link in links_of(record):
        is_external_picture = link.is_image and link.target.startswith("http")
        if _SHARE.match(link.target) and not is_external_picture:
            linked.append(link.span.line)
            yield Finding(link.span, f"{shown(link.target)} opens for few who read this", help)
    for field, text in record.markdown().items():
        if "\\\\" not in text:
            continue
        for match in _UNC.finditer(prose(text)):
            span = Places(record, field, text).span(*match.span())
            if span.line not in linked:
                yield Finding(span, f"{shown(match[0])} opens for few who read this", help)


RULE = Rule(
    name="private-share",
    theme="links",
    severity="warning",
    summary="A link to a share, a chat or a host that only some can open",
    reason=(
        "The record is read by agents of other teams and by customers. What stands on a share, in a "
        "chat or on an internal host is closed to them, and gone when its owner leaves."
    ),
    step="case-closure#note-symptom-cause-resolution",
    bad=Example(body="The whole log: [trace](file://fs01/support/trace.log).\n"),
    expected="""\
CASE-000417.md:32:24: warning[private-share] `file://fs01/support/trace.log` opens for few who read this
  help: put what stands there into the text, or the file beside the record""",
    good=Example(
        body="The whole log: [trace](CASE-000417/trace.log).\n",
        files={"cases/CASE-000417/trace.log": "10:00:01 HID50011\n"},
    ),
    check_record=check,
)
