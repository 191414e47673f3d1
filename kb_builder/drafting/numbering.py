"""The next id of the shape that a pattern asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"[0-9]+(?=[^0-9]*\Z)")
"""The last number of an id, which counts."""
_DIGITS = re.compile(r"(?:\\d|\[0-9\])(?:\{([0-9]{1,2})(?:,[0-9]*)?\}|[+*])?")


def next_id(pattern: re.Pattern[str], names: Iterable[str]) -> str | None:
    """The id with the number after the highest of those `names` that fit; None where none fits."""
    fitting = [name for name in names if pattern.fullmatch(name) and _NUMBER.search(name)]
    if not fitting:
        first = _first(pattern.pattern)
        return first if pattern.fullmatch(first) else None
    highest = max(fitting, key=lambda name: (_number(name), name))
    digits = _NUMBER.search(highest)
    if digits is None:
        return None
    number = str(int(digits[0]) + 1).zfill(len(digits[0]))
    name = highest[: digits.start()] + number + highest[digits.end() :]
    return name if pattern.fullmatch(name) else None


def _number(name: str) -> int:
    digits = _NUMBER.search(name)
    return int(digits[0]) if digits else 0


def _first(pattern: str) -> str:
    r"""What a simple pattern such as `CASE-\d{6}` begins with: `CASE-000001`."""
    digits = list(_DIGITS.finditer(pattern))
    if not digits:
        return ""
    last = digits[-1]
    parts: list[str] = []
    done = 0
    for match in digits:
        width = int(match[1] or 1)
        parts += pattern[done : match.start()], ("1" if match is last else "0").zfill(width)
        done = match.end()
    return re.sub(r"\\(\W)", r"\1", "".join((*parts, pattern[done:])))
