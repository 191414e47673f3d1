"""The file `taxonomy/synonyms.txt` to Synonyms.

One group a line, `OWA = Outlook on the web = Outlook Web App`. A line that begins with `#` is a
comment, blank lines mean nothing, and so do blanks around a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kb_builder.load.source import read_source
from kb_builder.model.diagnostic import Problem
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span
from kb_builder.model.synonyms import Synonyms, folded_phrase

LOCATION = PurePosixPath("taxonomy", "synonyms.txt")
RULE = "broken-synonyms"
_LARGEST = 1_000_000


def load_synonyms(root: Path) -> Synonyms:
    """The synonyms below the content folder `root`; none where there is no such file.

    What cannot be used is left out, and stands in `problems` with its place.
    """
    file = root / LOCATION
    if not file.exists() and not file.is_symlink():
        return Synonyms()
    source = read_source(root, LOCATION, _LARGEST, must_have_front_matter=False)
    if source.problems:
        return Synonyms(problems=tuple(_as_ours(problem) for problem in source.problems))
    reader = _Reader(source)
    groups = tuple(reader.groups())
    return Synonyms(groups, tuple(reader.problems))


def group_line(group: tuple[str, ...]) -> str:
    """A group as its line in the file."""
    return " = ".join(group)


def _as_ours(problem: Problem) -> Problem:
    """A defect of the whole file, told by the rule of this one."""
    # What helps with a file that is too large is written for records.
    help = problem.help if problem.rule != "file-too-large" else ""
    return Problem(RULE, problem.span, problem.message, help)


class _Reader:
    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._lines: dict[str, int] = {}
        """On which line each phrase stands."""
        self.problems: list[Problem] = []

    def groups(self) -> Iterator[tuple[str, ...]]:
        for number, line in enumerate(self._source.lines, 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if "=" not in line:
                help = "write what means the same beside it: `OWA = Outlook on the web`"
                self._say(number, *_trimmed(line, 0, len(line)), "the line has no `=`", help)
                continue
            phrases = tuple(self._phrases(number, line))
            if len(phrases) > 1:
                yield phrases

    def _phrases(self, number: int, line: str) -> Iterator[str]:
        """The phrases of a line that can be used."""
        missing: tuple[int, int] | None = None
        end = -1
        for part in line.split("="):
            start, end = end + 1, end + 1 + len(part)
            phrase = " ".join(part.split())
            if not phrase:
                # The `=` that has nothing beside it can be pointed at, nothing cannot.
                missing = missing or (max(0, start - 1), max(1, start))
            elif fault := self._fault(phrase, number):
                self._say(number, *_trimmed(line, start, end), *fault)
            else:
                self._lines[folded_phrase(phrase)] = number
                yield phrase
        if missing:
            help = "write the phrase, or take the `=` away"
            self._say(number, *missing, "a phrase is missing beside `=`", help)

    def _fault(self, phrase: str, number: int) -> tuple[str, str] | None:
        """What is wrong with a phrase of line `number`, and what helps."""
        if not any(map(str.isalnum, phrase)):
            return f"`{phrase}` holds no word", "write it in letters or digits"
        earlier = self._lines.get(folded_phrase(phrase))
        if earlier == number:
            return f"`{phrase}` stands a second time in the line", "remove one of the two"
        if earlier:
            help = "make one line of the two, or remove it from one of them"
            return f"`{phrase}` stands in line {earlier} too", help
        return None

    def _say(self, line: int, start: int, end: int, message: str, help: str) -> None:
        span = Span(self._source.path, line, start + 1, line, end + 1)
        self.problems.append(Problem(RULE, span, message, help))


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the line without the blanks at its ends."""
    text = line[start:end]
    first = start + len(text) - len(text.lstrip())
    return first, max(first, start + len(text.rstrip()))
