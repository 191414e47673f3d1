"""Keys, tokens and passwords: those of detect-secrets, those it does not know, and assigned ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.assignment import assigned_secrets
from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import is_example_secret
from kb_builder.check.privacy.token import tokens

_PRIVATE_KEY = re.compile(
    r"-----BEGIN (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[23]"
)
_LONGEST_KEY = 20_000
_END_OF_KEY = re.compile(r"-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|Private-MAC: *\w+")
_KEY_LINES = re.compile(r"(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,100})*")
_IN_URL = re.compile(r"://[^\s:/@?#<>\"'`]{0,100}:([^\s/@<>\"'`]{3,200})@(?=[\w\[])")
_STAND_IN = re.compile(
    r"pass(?:word|wd|wort)?|pwd|secret|token|key|x+|\*+|\.+|\$\{?\w*\}?|%\w*%|\{+\w*\}+|\[\w*\]|\d{1,5}",
    re.IGNORECASE,
)


def secrets(text: str) -> Iterator[Found]:
    """What gives access to something; nothing is ever asked of a server."""
    for found in (
        *_private_keys(text),
        *_passwords_in_urls(text),
        *tokens(text),
        *assigned_secrets(text),
    ):
        is_stand_in = _STAND_IN.fullmatch(found.value.strip("*_"))
        if not is_stand_in and not is_example_secret(found.value):
            yield found


def _private_keys(text: str) -> Iterator[Found]:
    if "PRIVATE KEY" not in text and "PuTTY-User" not in text:
        return
    at = 0
    while start := _PRIVATE_KEY.search(text, at):
        ending = _END_OF_KEY.search(text, start.end(), start.end() + _LONGEST_KEY)
        other = _PRIVATE_KEY.search(text, start.end(), ending.start() if ending else start.end())
        if ending and not other:
            at = ending.end()
        else:
            lines = _KEY_LINES.match(text, start.end(), start.end() + _LONGEST_KEY)
            at = lines.end() if lines else start.end()
        yield Found(start.start(), at, text[start.start() : at], "a private key")


def _passwords_in_urls(text: str) -> Iterator[Found]:
    if "://" in text:
        for match in _IN_URL.finditer(text):
            yield Found(*match.span(1), match[1], "a password in a URL")
