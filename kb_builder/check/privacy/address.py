"""Public IP addresses, told from the version numbers that look like them."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from itertools import islice

from kb_builder.check.privacy.found import Found

# Found by its first dot, for that is sought faster than a digit.
_FROM_DOT = re.compile(r"\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}")
_FIRST = re.compile(r"[0-9]{1,3}$")
_SIX = re.compile(r"[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]{2,34}")
# Name servers that anybody may ask, and what stands for any address.
_NOBODYS = {
    "1.1.1.1",
    "1.0.0.1",
    "8.8.8.8",
    "8.8.4.4",
    "9.9.9.9",
    "208.67.222.222",
    "208.67.220.220",
    "2001:4860:4860::8888",
    "2001:4860:4860::8844",
    "2606:4700:4700::1111",
    "2606:4700:4700::1001",
    "1.2.3.4",
    *(".".join([str(number)] * 4) for number in (2, 3, 4, 5, 6, 7, 8, 9, 11, 111, 123, 222)),
}

_LOOK_BACK, _NEAR = 48, 24
_MOST = 20_000
"""What looks like an address in one text; more are in no log that a record quotes."""
_OF_ADDRESS = re.compile(
    r"(?:\b(?:(?:client|remote|server|source|dest|c|s)?[_-]?(?:ip|addr)|address(?:es)?|ips|ipv[46]|ip[46]|hosts?|servers?|from|ping|port|dns|gateway"
    r"|firewall|route|router|proxy|subnet|client|peer|remote|local|source|destination|listening"
    r"|front ?end|node|machine|computer|connect(?:ed|ing|ion)?|tracert|traceroute|nslookup|curl|ssh|telnet|rdp|vpn|nat)\b|://|[\[@])",
    re.IGNORECASE,
)
_OF_VERSION = re.compile(
    r"(?:\b(?:versions?|ver|builds?|updates?|upgraded?|releases?|patch|hotfix|firmware|driver|agent"
    r"|rev|revision|oid|section|chapter|cu\d*|rtm|sp\d|dll|exe|msi|assembly)\b|\bv$"
    r"|\b(?:office|outlook|exchange|windows|teams|chrome|edge|framework|sdk|clr|runtime)"
    r"(?:[ /]\w{1,10}){0,2}[ /]$)",
    re.IGNORECASE,
)
_PORT_OR_RANGE = re.compile(r":\d{2,5}\b|/[1-3]?\d\b|\]")
_AFTER_NAME = re.compile(r"[^\W\d_][\w.]*/$")


def public_addresses(text: str) -> Iterator[Found]:
    for match in islice(_FROM_DOT.finditer(text), _MOST):
        first = _FIRST.search(text, max(match.start() - 3, 0), match.start())
        if first and _stands_alone(text, first.start(), match.end()):
            start, end = first.start(), match.end()
            four = _parsed(text[start:end])
            if four and not _is_version(text, start, end, four):
                yield Found(start, end, str(four), "a public IP address")
    for match in _SIX.finditer(text):
        end = match.start() + len(match[0].rstrip(":"))
        before = text[match.start() - 1 : match.start()]
        if before == ":" and text[match.start() - 5 : match.start() - 1].lower() == "ipv6":
            before = ""
        if before.isalnum() or before in (":", "_", "."):
            continue
        if text[end : end + 1].isalnum() or text[end : end + 1] == "_":
            continue
        six = _parsed(text[match.start() : end])
        if six:
            yield Found(match.start(), end, str(six), "a public IP address")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no longer number or name goes on around it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in ("_", "-") or after.isalnum() or after == "_":
        return False
    goes_on = after == "." and text[end + 1 : end + 2].isdigit()
    return not goes_on and not (before == "." and text[start - 2 : start - 1].isalnum())


def _parsed(written: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address, where it is one that the whole internet can reach and nobody's in particular."""
    try:
        address = ipaddress.ip_address(written)
    except ValueError:
        return None
    if not address.is_global or address.is_multicast or str(address) in _NOBODYS:
        return None
    return address


def _is_version(
    text: str, start: int, end: int, address: ipaddress.IPv4Address | ipaddress.IPv6Address
) -> bool:
    first_ = max(start - _LOOK_BACK, 0)
    before = text[max(text.rfind("\n", first_, start) + 1, first_) : start]
    if _AFTER_NAME.search(before) and "://" not in before:
        return True
    octets = [int(part) for part in str(address).split(".")]
    looks_like_one = octets[0] <= 19 and (octets[1] <= 9 or octets[3] == 0)
    of_version = max((m.end() for m in _OF_VERSION.finditer(before)), default=-1)
    if of_version < 0 and not looks_like_one:
        return False
    of_address = max((m.end() for m in _OF_ADDRESS.finditer(before)), default=-1)
    if of_version > max(of_address, len(before) - _NEAR):
        return True
    has_port = _PORT_OR_RANGE.match(text, end)
    return looks_like_one and not has_port and (of_address < 0 or of_version >= 0)
