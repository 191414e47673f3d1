"""Where something stands in a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file; lines and columns count characters from 1, the end is exclusive."""

    path: str
    """As the user would type it: relative to where the program runs, with `/`."""
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @classmethod
    def whole_line(cls, path: str, line: int, length: int = 0) -> Span:
        """The span of line `line`, `length` characters long."""
        return cls(path, line, 1, line, length + 1)
