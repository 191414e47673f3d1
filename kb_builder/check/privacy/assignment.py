"""Passwords and keys that stand beside their names: `password=…`, `client_secret: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found

# What the names end with, which is sought first; and what must stand before the common ones.
_WORDS = (
    *("passw", "pwd", "pw=", "pw:", "pass=", "pass:", "passphrase", "kennwort", "securestring"),
    *("secret", "key", "token", "credential"),
)
_NAME = re.compile(
    r"passw(?:or[dt]|d)?|pwd|(?:pw|pass)(?=[=:])|passphrase|kennwort|securestring"
    r"|secret(?:[_ -]?(?:value|key))?|key|token|credentials?"
)
_KEYS = re.compile(
    r"(?:api|access|auth|account|shared|client|secret|encryption|master|service|subscription"
    r"|private|storage|refresh|session|bearer|functions?|host|admin|signing|pat|instrumentation)[_ -]?$"
)
_VALUE = re.compile(
    r"""
    (?:["'`*]{0,3}\]?)
    (?:[ \t]{0,20}(?:=>|:=|==?|:|\|)[ \t]{0,20} | [ \t]+is[ \t]+(?=["'`]) | [ \t]+(?=["'`])
        | [ \t]+value=(?=["']) | (?P<option>[ \t]+) | (?P<tag>>))
    (?:\#?\*{0,2}[|@]?(?P<quote>["'`])(?P<quoted>[^"'`\n]{6,200})(?P=quote)
        | \*{0,2}(?P<bare>[^\s"'`,;<>|&()]{6,200}))
    """,
    re.VERBOSE,
)
_OPTION = re.compile(r"(?<![\w-])--?\w{0,20}$")
_TAG = re.compile(r"<[\w:]{0,30}$")

# What stands for a value, or is code that fetches one: by its ends, and by what is in it, which
# is sought word by word, for an expression of many words is slow where none of them is there.
_NONE = re.compile(
    r"[$%{<\[(*•.-]{1,2}[\w{(<].*|[#@!]{1,2}[\w{(<]\D*|[$%{<\[(].*|.*[\]})>*…]|[*•x.\-_#?]+",
    re.IGNORECASE,
)
_NONE_WITH = [
    "(",
    "xxx",
    "***",
    "...",
    "…",
    "your",
    "example",
    "changeme",
    "change_me",
    "placeholder",
    "redacted",
    "hidden",
    "removed",
    "masked",
    "dummy",
    "sample",
    "secret",
    "token",
    "null",
    "none",
    "true",
    "false",
    "undefined",
]
_PASSWORD = re.compile(r"pass\w?word|p[a@]ss?@?w[o0]rd")
_DATE_OR_NUMBER = re.compile(r"[\d.,:/TZ+-]{1,40}|0x[0-9a-fA-F]+|\d+(?:st|nd|rd|th|[a-z]{1,3})")
_REFERENCE = re.compile(
    r"(?:https?|file)://.*|[A-Za-z_]\w{0,30}(?:\.[A-Za-z_]\w{0,30}){1,5}|(?:[A-Za-z]:)?[\\/].*|HK\w+\\.*"
)

# Letters, digits and signs, of which a password has at least two.
_KINDS = tuple(map(re.compile, (r"[^\W\d_]", r"\d", r"[^\w./\\:-]")))


def assigned_secrets(text: str) -> Iterator[Found]:
    lower = _lower(text)
    for word in _WORDS:
        at = lower.find(word)
        while at >= 0:
            name = _NAME.match(lower, at)
            end = name.end() if name else at + len(word)
            if name and not (
                word in ("key", "token") and not _KEYS.search(lower, max(at - 20, 0), at)
            ):
                found = _assigned(text, at, end)
                if found:
                    yield found
                    end = found.end
            at = lower.find(word, end)


def _assigned(text: str, start: int, end: int) -> Found | None:
    match = _VALUE.match(text, end)
    if not match:
        return None
    before = text[max(start - 40, 0) : start]
    if match["option"] and not _OPTION.search(before):
        return None
    if match["tag"] and not _TAG.search(before):
        return None
    group = "quoted" if match["quoted"] else "bare"
    value = match[group]
    if group == "bare":
        value = value.rstrip(".:*?\\")
    if not _is_secret(value):
        return None
    at = match.start(group)
    return Found(at, at + len(value), value, "a password or key")


def _is_secret(value: str) -> bool:
    if len(value) < 6 or " " in value or sum(bool(kind.search(value)) for kind in _KINDS) < 2:
        return False
    if any(none.fullmatch(value) for none in (_NONE, _DATE_OR_NUMBER, _REFERENCE)):
        return False
    lower = value.lower()
    return not (any(word in lower for word in _NONE_WITH) or _PASSWORD.search(lower))


def _lower(text: str) -> str:
    """The text in lower case, every character where it was."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
