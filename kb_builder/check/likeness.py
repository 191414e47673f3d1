"""Which records say much the same as another: those that share most of what their terms weigh.

All records are compared, and no two of them one by one: a record that is like another has some of
its rarest terms, and only the few records that have those are looked at.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import ceil, log

from kb_builder.index.analyzer import terms
from kb_builder.index.text import plain
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.words import id_form

MOST_RARE = 4
MOST_ASKED = 30
"""How many different terms of a symptom are compared, as a search looks up the first ones only."""


SHARE_ANSWERED = 0.95
"""Of a symptom's terms, how many a record has that may come before it."""
SHARE_ALIKE = 0.6
FEWEST_ALIKE = 12
"""Of different terms; those of a few words are alike by chance."""


class Likeness:
    """The terms of the records' titles, symptoms, causes and the customers' words."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.count = len(records)
        found: list[tuple[list[str], dict[str, None]]] = []
        having: Counter[str] = Counter()
        for record in records:
            symptom = dict.fromkeys(terms(plain(record.symptom)))
            rest = terms(plain("\n\n".join((record.title, record.cause, *record.customer_words))))
            found.append((list(islice(symptom, MOST_ASKED)), {**symptom, **dict.fromkeys(rest)}))
            having.update(found[-1][1].keys())
        self._ids = {
            term: number
            for number, term in enumerate(sorted(having, key=lambda term: (having[term], term)))
        }
        """Numbers of the terms, the rarest first."""
        self._weights = array("d", (log(1 + self.count / having[term]) for term in self._ids))
        self.symptoms = [self._numbers(symptom) for symptom, _ in found]
        """By record, the first terms of its symptom."""
        self.notes = [self._numbers(notes) for _, notes in found]
        """By record, all of its terms."""
        self._having: list[array[int]] = [array("I") for _ in self._ids]
        for number, of in enumerate(self.notes):
            for term in of:
                self._having[term].append(number)

    def having(self, term: str) -> int:
        """How many records have a term."""
        number = self._ids.get(term)
        return len(self._having[number]) if number is not None else 0

    def weight(self, of: Iterable[int]) -> float:
        return sum(self._weights[term] for term in of)

    def share(self, one: str, other: str) -> float:
        """Of all terms of two texts, how many are in both, by weight."""
        ours, theirs = (
            {self._ids[term] for term in terms(plain(text)) if term in self._ids}
            for text in (one, other)
        )
        either = self.weight(ours | theirs)
        return self.weight(ours & theirs) / either if either else 0.0

    def answering(self, number: int) -> list[int]:
        """The other records that have most of the terms of a record's symptom, the most first."""
        asked = self.symptoms[number]
        fewest = ceil(len(asked) * SHARE_ANSWERED)
        wanted = frozenset(asked)
        found = _having_some(self._having, *self._rarest(asked, fewest, fewest))
        shared = {
            other: len(wanted.intersection(self.notes[other])) for other in found if other != number
        }
        enough = [other for other, count in shared.items() if count >= fewest]
        return sorted(enough, key=lambda other: (-shared[other], other))

    def alike(self, among: Iterable[int]) -> Iterator[tuple[int, int, float]]:
        """The pairs of records that share nearly all of their terms, with the share by weight."""
        rare: list[array[int]] = [array("I") for _ in self._ids]
        # By length, so that of two alike the shorter comes first.
        for number in sorted(among, key=lambda n: (len(self.notes[n]), n)):
            of = self.notes[number]
            if len(of) < FEWEST_ALIKE:
                continue
            shorter, wanted = ceil(SHARE_ALIKE * len(of)), frozenset(of)
            for other in sorted(_having_some(rare, *self._rarest(of, shorter, shorter))):
                both = wanted.intersection(self.notes[other])
                either = wanted.union(self.notes[other])
                if len(both) >= SHARE_ALIKE * len(either):
                    share = self.weight(both) / self.weight(either)
                    if share >= SHARE_ALIKE:
                        yield number, other, share
            same = ceil(2 * SHARE_ALIKE / (1 + SHARE_ALIKE) * len(of))
            for term in self._rarest(of, same, shorter)[0]:
                rare[term].append(number)

    def _rarest(self, of: array[int], shared: int, fewest: int) -> tuple[array[int], int]:
        """Which of a record's terms, and how many of those, another has that shares so many.

        Who shares `shared` of all has at least `k` of the rarest `all - shared + k`. With `k` of
        one, hardly any record is ruled out by that; with a few, nearly all are.
        """
        k = min(MOST_RARE, fewest)
        return of[: len(of) - shared + k], k

    def _numbers(self, of: Iterable[str]) -> array[int]:
        return array("I", sorted(self._ids[term] for term in of))


def _having_some(having: Sequence[array[int]], of: Iterable[int], fewest: int) -> Iterator[int]:
    """The records that have at least so many of some terms."""
    found: Counter[int] = Counter()
    for term in of:
        found.update(having[term])
    return (number for number, count in found.items() if count >= fewest)


def likeness(content: Content) -> Likeness:
    """That of all records; see `Content.once`."""
    return Likeness(content.records)


def know_each_other(one: Record, other: Record) -> bool:
    """Whether two records may well say the same: one names the other, or both help with one case.

    A collaboration that names no case could be one on either.
    """
    return (
        one.id == other.id
        or _names(one, other)
        or _names(other, one)
        or bool(one.case and one.case == other.case)
        or any(record.kind == "collaboration" and not record.case for record in (one, other))
    )


def _names(one: Record, other: Record) -> bool:
    """Whether one names the other, even if it spells its id otherwise, which is another defect."""
    named = {one.case, *one.related, *one.aliases}
    if one.withdrawn:
        named.add(one.withdrawn.superseded_by)
    forms = set(map(id_form, filter(None, named)))
    return not forms.isdisjoint(map(id_form, (other.id, *other.aliases)))
