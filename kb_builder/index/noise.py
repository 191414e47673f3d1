"""What differs from case to case: times, addresses, names of hosts and of users.

In a pasted text such words would match, in parts, whatever records happen to hold the same digits.
They count as a whole or not at all. `site_templates/assets/kb/noise.js` has the same expressions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_START = r"(?<![A-Za-z0-9._@\\/-])"
"""Not inside an address or a path, which are searched as they are."""
_END = r"(?![A-Za-z0-9])"
_TOP_LEVEL = (
    r"(?:com|net|org|edu|gov|mil|int|io|local|lan|corp|internal|intern|home|example|test|invalid)"
)
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?"
_SPANS = (
    # GUIDs, security identifiers
    r"[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
    r"S-1-[0-9]{1,2}(?:-[0-9]{1,10}){1,8}",
    # mail addresses
    r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}",
    # dates with or without a time, times
    r"[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}(?:T[0-9:.,]{4,20}Z?)?(?!\.[0-9])",
    r"[0-9]{1,2}([-./])[0-9]{1,2}\2[0-9]{4}(?!\.[0-9])",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[:.,][0-9]{1,9})?",
    # IPv4 and IPv6
    r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?!\.[0-9])",
    r"[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){3,7}",
    # hosts: with their domain, or by the look of their name
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}\." + _TOP_LEVEL,
    r"[A-Za-z0-9-]{1,63}\.(?:local|lan|corp|internal|intern|home|example|test|invalid)",
    r"[A-Z][A-Z0-9]{0,14}-[A-Z0-9-]{0,14}[0-9]{2}",
    r"[A-Z]{2,12}[0-9]{2}",
    # users: DOMAIN\\name
    r"(?!HK[A-Z]{1,4}\\)[A-Z][A-Z0-9-]{1,14}\\" + _NAME + r"(?![\\_-])",
)
_NOISE = re.compile(
    rf"{_START}(?:{'|'.join(_SPANS)}){_END}"
    # the name of a user in a path
    rf"|(?<=[\\/]Users[\\/]){_NAME}|(?<=[\\/]home[\\/]){_NAME}"
)


def split_noise(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is noise."""
    done = 0
    for match in _NOISE.finditer(text):
        yield text[done : match.start()], False
        yield match[0], True
        done = match.end()
    yield text[done:], False
