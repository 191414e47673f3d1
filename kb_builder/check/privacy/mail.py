"""Mail addresses, and what looks like one: names to sign in with, SIP addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import is_example_address

_LONGEST_LOCAL = 64
# Read from its end; Markdown may have a backslash before an underscore.
_LOCAL = re.compile(r"(?:_\\(?=\w)|[\w.+'’~-])*")
_GUEST = "#EXT#"
_DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:xn--[a-z0-9-]{2,20}|[^\W\d_]{2,24})(?![\w@(])"
)
_FILE = re.compile(
    r"\.(?:eml|gif|ics|jpe?g|log|msg|nst|oab|ost|pdf|png|pst|svg|txt|webp|zip)$", re.IGNORECASE
)
_MESSAGE_ID = re.compile(r"[\s>\"'|-]*(?:message-?id|in-reply-to|references)\b", re.IGNORECASE)
_REPOSITORY = re.compile(r":(?!\d{1,5}\b)[\w.~/-]")


def mail_addresses(text: str) -> Iterator[Found]:
    """Those that somebody may read; reserved domains and the ids of messages are left out."""
    for sign in ("@", "%40"):
        at = text.find(sign)
        while at >= 0:
            if found := _around(text, at, at + len(sign)):
                yield found
            at = text.find(sign, at + 1)


def _around(text: str, at: int, after: int) -> Found | None:
    """The address whose `@` stands from `at` to `after`."""
    domain = _DOMAIN.match(text, after)
    local = _local(text, at) if domain else ""
    if not domain or not local:
        return None
    name = _FILE.sub("", domain[0])
    start, end = at - len(local), after + len(name)
    if "." not in name or _is_other(text, start, local, name, end):
        return None
    value = f"{local}@{name}".replace("\\", "").casefold()
    return Found(start, end, value, "a mail address")


def _local(text: str, at: int) -> str:
    """What stands before the `@`, read from it to the left."""
    before = text[max(at - _LONGEST_LOCAL, 0) : at]
    guest = _GUEST if before.endswith(_GUEST) else ""
    run = _LOCAL.match(before[::-1], len(guest))
    local = run[0][::-1].lstrip(".+'’~-") if run else ""
    return local + guest if local and (local[-1].isalnum() or local[-1] in "_+-") else ""


def _is_other(text: str, start: int, local: str, domain: str, end: int) -> bool:
    """Whether it is reserved, the id of a message, or a repository."""
    if is_example_address(local, domain) or domain.casefold().endswith(".prod.outlook.com"):
        return True
    if local == "git" and _REPOSITORY.match(text, end):
        return True
    line = text.rfind("\n", max(start - 200, 0), start) + 1
    return bool(_MESSAGE_ID.match(text, line, line + 40))
