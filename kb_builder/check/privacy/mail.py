"""Mail addresses, and what looks like one: names to sign in with, SIP addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import is_example_domain

_LONGEST_LOCAL = 64
_LOCAL = re.compile(
    r"(?<![^\W_])[^\W_](?:[\w.+'’%=&~-]{0,62}[\w+-])?$|(?<![^\W_])_\w[\w.+-]{0,60}$"
)
_DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:xn--[a-z0-9-]{2,20}|[^\W\d_]{2,24})(?![\w@(])"
)
_FILE = re.compile(
    r"\.(?:eml|gif|ics|jpe?g|log|msg|nst|oab|ost|pdf|png|pst|svg|txt|webp|zip)$", re.I
)
_MESSAGE_ID = re.compile(
    r"(?:message-?id|in-reply-to|references)[\"']?\s{0,3}[:=][^\n]{0,200}$", re.I
)
_REPOSITORY = re.compile(r":(?!\d{1,5}\b)[\w.~/-]")


def mail_addresses(text: str) -> Iterator[Found]:
    """Those that somebody may read; reserved domains and the ids of messages are left out."""
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        local = domain and _LOCAL.search(text[max(at - _LONGEST_LOCAL, 0) : at])
        if domain and local:
            name = _FILE.sub("", domain[0])
            start, end = at - len(local[0]), at + 1 + len(name)
            if "." in name and not _is_other(text, start, local[0], name, end):
                yield Found(start, end, text[start:end].casefold(), "a mail address")
        at = text.find("@", at + 1)


def _is_other(text: str, start: int, local: str, domain: str, end: int) -> bool:
    if is_example_domain(domain) or domain.casefold().endswith(".prod.outlook.com"):
        return True
    if local == "git" and _REPOSITORY.match(text, end):
        return True
    line = text.rfind("\n", 0, start) + 1
    return bool(_MESSAGE_ID.search(text[max(line, start - 200) : start]))
