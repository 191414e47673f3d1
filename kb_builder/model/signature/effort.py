"""How long a signature may keep an engine busy, at worst.

Both engines try a pattern from every character of a text on, and try every way in which its
repeats and alternatives can share out what follows. So the effort, in steps of an engine for each
character of the text, is bounded here from three things:

- the steps of all ways that there are from one place on; a repeat has but one way where no
  character that it repeats may come next, and alternatives have but one where they start with
  different characters;
- how near to each other the places can be at which a pattern goes past its fixed start: `error`
  occurs at most at every fifth character, `aaaa` at each;
- the same for what follows a repeat, at each place where the repeat may end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kb_builder.model.signature.characters import ANY, LINE_ENDS, Characters
from kb_builder.model.signature.syntax import Edge, Group, Item, One, Repeat

# So far a pattern is looked at closely; beyond, the bounds are higher than need be.
_LONGEST_START = 24
_MOST_STARTS = 16
_MOST_PARTS = 4000
_MOST_STEPS = 100_000
"""From one place on; what takes more is refused in any case."""

_TRY = 1.0
"""Steps to look at one character on its own."""
_RUN = 0.2
"""Steps to look at one character in a run of the same set."""
_CHOICE = 3.0
"""Steps to begin an alternative, or one more turn of a group."""
_EDGE = {"^": 2.0, "$": 2.0, r"\b": 4.0}
"""Steps to look beside a place."""


def effort(pattern: Group) -> float:
    """The most steps for each character of a text; infinite where they cannot be bounded."""
    try:
        return _Effort().before(pattern, _END).spread()
    except _TooMuchError:
        return float("inf")


class _TooMuchError(Exception):
    pass


@dataclass(frozen=True)
class _Start:
    """Characters that must come in this order, and the steps that follow where they do."""

    characters: tuple[Characters, ...]
    steps: float
    after_line_end: bool = False

    @cached_property
    def distances(self) -> list[int]:
        """How near two places can be at which the first 0, 1, 2 and so on characters match."""
        sets = ((LINE_ENDS,) if self.after_line_end else ()) + self.characters
        longer = len(sets) - len(self.characters)
        found = [1]
        for length in range(1 + longer, len(sets) + 1):
            shift = found[-1]
            while shift < length and not all(
                sets[number].meets(sets[number + shift]) for number in range(length - shift)
            ):
                shift += 1
            found.append(shift)
        return found

    def with_character(self, characters: Characters) -> _Start:
        sets = (characters, *self.characters)
        dropped = max(0, len(sets) - _LONGEST_START)
        return _Start(sets[:_LONGEST_START], self.steps + dropped * _TRY)


@dataclass(frozen=True)
class _Rest:
    """What is left of a pattern from some place on."""

    first: Characters
    """The characters that it can start with."""
    may_be_empty: bool
    steps: float
    """The most steps from one place on, until it has failed in every way."""
    starts: tuple[_Start, ...]

    def parts_from(self, characters: Characters) -> bool:
        """Whether it cannot start with any of these."""
        return not self.may_be_empty and not self.first.meets(characters)

    def spread(self) -> float:
        """The most steps for each place, when it is tried at every place of a text."""
        return sum(
            sum(_TRY / distance for distance in start.distances[:-1])
            + start.steps / start.distances[-1]
            for start in self.starts
        )

    def along(self, places: int) -> float:
        """The most steps when it is tried at so many places in a row."""
        few = (min(places, 1 + len(start.characters)) * _TRY for start in self.starts)
        once = (min(1, places) * start.steps for start in self.starts)
        return places * self.spread() + sum(few) + sum(once)


_END = _Rest(ANY, True, 0.0, (_Start((), 0.0),))


class _Effort:
    """Goes through a pattern from its end to its start; counts its parts, to end early."""

    def __init__(self) -> None:
        self.parts = 0

    def before(self, item: Item, rest: _Rest) -> _Rest:
        """The item and then the rest."""
        self.parts += 1
        if self.parts > _MOST_PARTS or rest.steps > _MOST_STEPS:
            raise _TooMuchError
        match item:
            case One():
                starts = tuple(start.with_character(item.characters) for start in rest.starts)
                return _Rest(item.characters, False, _TRY + rest.steps, starts)
            case Edge():
                return _edge(item, rest)
            case Group():
                return _either([self._sequence(parts, rest) for parts in item.alternatives])
            case Repeat(least=0) if rest is _END:
                # It always succeeds, and success ends the search.
                return rest
            case Repeat(item=One() as one):
                return self._run(one, item.least, item.most, rest)
            case _:
                return self._turns(item, rest)

    def _sequence(self, items: tuple[Item, ...], rest: _Rest) -> _Rest:
        for item in reversed(items):
            rest = self.before(item, rest)
        return rest

    def _run(self, one: One, least: int, most: int, rest: _Rest) -> _Rest:
        ends = most - least + 1
        steps = _TRY + most * _RUN
        if ends == 1:
            steps += rest.steps
        elif rest.parts_from(one.characters):
            steps += ends * _TRY + rest.steps
        else:
            steps += rest.along(ends)
        first = one.characters | (rest.first if least == 0 else Characters())
        in_one_way = ends == 1 and least <= _LONGEST_START
        starts = rest.starts if in_one_way else (_Start((), steps),)
        for _ in range(min(least, _LONGEST_START)):
            starts = tuple(start.with_character(one.characters) for start in starts)
        return _Rest(first, least == 0 and rest.may_be_empty, steps, starts)

    def _turns(self, repeat: Repeat, rest: _Rest) -> _Rest:
        """A repeated group, as so many groups in a row."""
        found = rest
        for _ in range(repeat.most - repeat.least):
            found = _either([self.before(repeat.item, found), rest])
        for _ in range(repeat.least):
            found = self.before(repeat.item, found)
        return found


def _edge(edge: Edge, rest: _Rest) -> _Rest:
    cost = _EDGE[edge.sign]
    starts = rest.starts
    if edge.sign == "^":
        starts = tuple(_Start(start.characters, start.steps, True) for start in starts)
    # What comes next is looked at, not taken: it says nothing on where a repeat before it ends.
    return _Rest(ANY, True, cost + rest.steps, (*starts, _Start((), cost)))


def _either(rests: list[_Rest]) -> _Rest:
    first = Characters()
    apart = not any(rest.may_be_empty for rest in rests)
    for rest in rests:
        apart = apart and not first.meets(rest.first)
        first |= rest.first
    ways = [rest.steps for rest in rests]
    steps = len(rests) * _CHOICE + (max(ways) if apart else sum(ways))
    starts = tuple(
        _Start(start.characters, start.steps + _CHOICE, start.after_line_end)
        for rest in rests
        for start in rest.starts
    )
    if len(starts) > _MOST_STARTS:
        starts = (_Start((), steps),)
    return _Rest(first, any(rest.may_be_empty for rest in rests), steps, starts)
