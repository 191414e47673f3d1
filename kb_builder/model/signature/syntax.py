"""The parts of a signature, and how each is spelled for both engines."""

from __future__ import annotations

from dataclasses import dataclass

from kb_builder.model.signature.characters import LINE_ENDS, WORD, Characters

_INSIDE_LINE = (~LINE_ENDS).spelled()
_IN_WORD = WORD.spelled()
_EDGES = {
    "^": f"(?<!{_INSIDE_LINE})",
    "$": f"(?!{_INSIDE_LINE})",
    r"\b": f"(?:(?<={_IN_WORD})(?!{_IN_WORD})|(?<!{_IN_WORD})(?={_IN_WORD}))",
}
"""Neither `^`, `$` nor `\\b` means the same in both engines, so they are spelled by what is beside
them; a line ends at `\\r` too, as a log from Windows may be read with it or without."""


@dataclass(frozen=True, slots=True)
class One:
    """A character out of a set."""

    characters: Characters
    is_certain: bool = False
    """Whether it is one letter or digit, small or capital, and nothing else."""

    def spelled(self) -> str:
        return self.characters.spelled()

    @property
    def shortest(self) -> int:
        return 1

    @property
    def certain(self) -> int:
        return int(self.is_certain)


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between characters: `^`, `$` or `\\b`."""

    sign: str
    shortest = 0
    certain = 0

    def spelled(self) -> str:
        return _EDGES[self.sign]


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, each a sequence of items."""

    alternatives: tuple[tuple[Item, ...], ...]

    def spelled(self) -> str:
        return f"(?:{self.inside()})"

    def inside(self) -> str:
        return "|".join(
            "".join(item.spelled() for item in sequence) for sequence in self.alternatives
        )

    @property
    def shortest(self) -> int:
        """The length of the shortest text that it matches."""
        return min(sum(item.shortest for item in sequence) for sequence in self.alternatives)

    @property
    def certain(self) -> int:
        """How many letters and digits, known beforehand, are in every text that it matches."""
        return min(sum(item.certain for item in sequence) for sequence in self.alternatives)


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item, so many times."""

    item: One | Group
    least: int
    most: int
    lazy: bool
    written: str

    def spelled(self) -> str:
        limits = f"{self.least},{self.most}" if self.least < self.most else f"{self.most}"
        return f"{self.item.spelled()}{{{limits}}}{'?' if self.lazy else ''}"

    @property
    def shortest(self) -> int:
        return self.least * self.item.shortest

    @property
    def certain(self) -> int:
        return self.least * self.item.certain


Item = One | Edge | Group | Repeat
