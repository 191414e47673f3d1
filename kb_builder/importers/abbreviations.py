"""The abbreviations that articles explain themselves: `non-delivery report (NDR)`.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (2003), but stricter: only initials count, so that nothing has to be judged.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kb_builder.importers.markdown import lines_of, plain

_ABBREVIATION = re.compile(r" ?\(([A-Z]{2,6})s?\)")
_CLAUSE_END = re.compile(r"[^\w\s'’&-]")
_SMALL = frozenset(("a", "and", "for", "in", "of", "on", "the", "to"))
_PART = re.compile(r"[A-Z]*[^\W_A-Z]+|[A-Z]+|[^\W_]+")
"""A word or what a hyphen or capital letter sets apart in it: `sign-on`, `SharePoint`."""
_MOST_WORDS = 10


def synonym_groups(texts: Iterable[str]) -> list[tuple[str, ...]]:
    """Each abbreviation that two texts explain alike, and its long forms; sorted.

    A long form that is explained less than half as often as the most frequent one is left out.
    """
    spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text in texts:
        found = {(short, _folded(long)): long for short, long in definitions(text)}
        for key, long in found.items():
            spellings[key][long] += 1
    times = {key: spelt.total() for key, spelt in spellings.items() if spelt.total() > 1}
    owners: dict[str, str] = {}
    for short, folded in sorted(times, key=lambda key: (-times[key], key)):
        owners.setdefault(folded, short)
    ranked: dict[str, list[str]] = defaultdict(list)
    for short, folded in sorted(times, key=lambda key: (key[0], -times[key], key)):
        most = max(times[key] for key in times if key[0] == short)
        if 2 * times[short, folded] >= most and owners[folded] == short:
            usual = spellings[short, folded]
            ranked[short].append(max(sorted(usual), key=usual.__getitem__))
    return [(short, *longs) for short, longs in ranked.items()]


def definitions(text: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation in brackets after words that it is made of the initials of, with these."""
    for line, is_code in lines_of(text):
        if is_code or "(" not in line:
            continue
        readable = plain(line)
        for match in _ABBREVIATION.finditer(readable):
            long = _long_form(match[1], readable[: match.start()])
            if long:
                yield match[1], long


def _long_form(short: str, before: str) -> str:
    """The fewest words at the end of `before` that `short` stands for, or nothing."""
    clause = _CLAUSE_END.split(before[-200:])[-1]
    words = clause.split()[-_MOST_WORDS:]
    for start in reversed(range(len(words))):
        if words[start].casefold() not in _SMALL and _is_made_of(short, words[start:]):
            return " ".join(words[start:])
    return ""


def _is_made_of(short: str, words: list[str]) -> bool:
    """Whether the letters are the words' initials; small words and parts of words may be passed."""
    pattern = ""
    for word in words:
        for number, part in enumerate(_PART.findall(word)):
            may_be_passed = number or word.casefold() in _SMALL
            pattern += re.escape(part[0]) + ("?" if may_be_passed else "")
    return re.fullmatch(pattern, short, re.IGNORECASE) is not None


def _folded(long: str) -> str:
    """What spellings of one long form share: no case, no hyphens, no plural."""
    folded = " ".join(long.casefold().replace("-", " ").split())
    return re.sub(r"(?<=[^s])s$", "", re.sub(r"ies$", "y", folded))
