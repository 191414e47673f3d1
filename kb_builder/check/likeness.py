"""Which records say much the same as another: those that share most of what their terms weigh.

All records are compared, and no two of them one by one: a record that is like another has some of
its rarest terms, and only the few records that have those are looked at.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import ceil, log

from kb_builder.index.analyzer import terms
from kb_builder.index.text import plain
from kb_builder.model.content import Content
from kb_builder.model.record import Record

MOST_ASKED = 40
"""How many different terms of a symptom are compared, as a search looks up the first ones only."""


SHARE_ANSWERED = 2 / 3
"""Of a symptom's terms, how many a record has that may come before it: so many count as `most`."""
SHARE_ALIKE = 0.6
FEWEST_ALIKE = 12
"""Of different terms; those of a few words are alike by chance."""


class Likeness:
    """The terms of the records' titles, symptoms, causes and the customers' words."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.count = len(records)
        self._ids: dict[str, int] = {}
        self.notes: list[array[int]] = []
        """By record, the numbers of its terms."""
        self.symptoms: list[array[int]] = []
        """By record, those of the first terms of its symptom."""
        self._having: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for number, record in enumerate(records):
            symptom = dict.fromkeys(terms(plain(record.symptom)))
            rest = terms(plain("\n\n".join((record.title, record.cause, *record.customer_words))))
            self.symptoms.append(self._numbers(islice(symptom, MOST_ASKED)))
            self.notes.append(self._numbers({**symptom, **dict.fromkeys(rest)}))
            for term in self.notes[-1]:
                self._having[term].append(number)
        self._weights = array("d", [0.0]) * len(self._ids)
        for term, numbers in self._having.items():
            self._weights[term] = log(1 + self.count / len(numbers))

    def having(self, term: str) -> int:
        """How many records have a term."""
        number = self._ids.get(term)
        return len(self._having[number]) if number is not None else 0

    def weight(self, of: Iterable[int]) -> float:
        return sum(self._weights[term] for term in of)

    def answering(self, number: int) -> list[int]:
        """The other records that have most of the terms of a record's symptom."""
        asked = self.symptoms[number]
        fewest = ceil(len(asked) * SHARE_ANSWERED)
        # One that lacks few of them has one of the rarest, and nearly always two.
        rarest = sorted(asked, key=self._rarity)[: len(asked) - fewest + 2]
        found: Counter[int] = Counter()
        for term in rarest:
            found.update(self._having[term])
        wanted = frozenset(asked)
        return [
            other
            for other, count in found.items()
            if count > 1
            and other != number
            and len(wanted.intersection(self.notes[other])) >= fewest
        ]

    def alike(self) -> Iterator[tuple[int, int, float]]:
        """The pairs of records that share nearly all of their terms, the later first, by weight."""
        rare: dict[int, list[int]] = defaultdict(list)
        for number, of in enumerate(self.notes):
            if len(of) < FEWEST_ALIKE:
                continue
            # Of two that share so many, both have a common one among their rarest.
            rarest = sorted(of, key=self._rarity)[: len(of) - ceil(len(of) * SHARE_ALIKE) + 1]
            others = {other for term in rarest for other in rare[term]}
            wanted = frozenset(of)
            for other in sorted(others):
                shared = wanted.intersection(self.notes[other])
                either = wanted.union(self.notes[other])
                if len(shared) >= SHARE_ALIKE * len(either):
                    share = self.weight(shared) / self.weight(either)
                    if share >= SHARE_ALIKE:
                        yield number, other, share
            for term in rarest:
                rare[term].append(number)

    def _rarity(self, term: int) -> tuple[int, int]:
        return len(self._having[term]), term

    def _numbers(self, of: Iterable[str]) -> array[int]:
        return array("I", (self._ids.setdefault(term, len(self._ids)) for term in of))


def likeness(content: Content) -> Likeness:
    """That of all records; see `Content.once`."""
    return Likeness(content.records)


def are_one_issue(one: Record, other: Record) -> bool:
    """Whether two records may well say the same: each names the other in some way, or is gone."""
    return (
        bool(one.withdrawn or other.withdrawn)
        or one.id == other.id
        or _names(one, other)
        or _names(other, one)
        or bool(one.case and one.case == other.case)
    )


def _names(one: Record, other: Record) -> bool:
    return not {other.id, *other.aliases}.isdisjoint((one.case, *one.related, *one.aliases))
