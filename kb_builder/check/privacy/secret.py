"""Keys, tokens and passwords: those of detect-secrets, those it does not know, and assigned ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb_builder.check.privacy.assignment import assigned_secrets
from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import is_example_secret
from kb_builder.check.privacy.token import tokens

_KEY_EDGE = re.compile(
    r"(?P<start>-----BEGIN (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[23])"
    r"|-----END (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----|Private-MAC: *\w+"
)
_KEY_LINES = re.compile(r"(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,100})*")
_LONGEST_KEY = 20_000
_FEWEST_CHARACTERS = 12
_IN_URL = re.compile(r"://[^\s:/@?#<>\"'`]{0,100}:([^\s/@<>\"'`]{4,200})@(?=[\w\[])")
_STAND_IN = re.compile(
    r"pass(?:word|wd|wort)?|pwd|secret|token|key|x+|\.+|\$\{?\w*\}?|%\w*%|\{+\w*\}+|\[\w*\]|\d{1,5}"
    r"|(?:\\{0,3}<|&lt;).*",
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
        value = found.value.strip("*_ ")
        if value and not _STAND_IN.fullmatch(value) and not is_example_secret(found.value):
            yield found


def _private_keys(text: str) -> Iterator[Found]:
    if "PRIVATE KEY" not in text and "PuTTY-User" not in text:
        return
    edges = [*_KEY_EDGE.finditer(text), None]
    for edge, following in pairwise(edges):
        if edge is None or not edge["start"]:
            continue
        start, end = edge.span()
        if following and not following["start"] and following.end() - start <= _LONGEST_KEY:
            end = following.end()
            inner = text[edge.end() : following.start()]
        else:
            stop = following.start() if following else len(text)
            lines = _KEY_LINES.match(text, end, min(stop, start + _LONGEST_KEY))
            inner = lines[0] if lines else ""
            end += len(inner)
        # The first line alone is but a mention, and one character again and again a stand-in.
        if len(set(inner)) >= _FEWEST_CHARACTERS:
            yield Found(start, end, text[start:end], "a private key")


def _passwords_in_urls(text: str) -> Iterator[Found]:
    if "://" in text:
        for match in _IN_URL.finditer(text):
            yield Found(*match.span(1), match[1], "a password in a URL")
