"""A Markdown text as the tree of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb_builder.importers.markdown import joined, lines_of, plain

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t\xa0]+(.*?)[ \t\xa0]*#*[ \t\xa0]*$")
_BOLD = re.compile(r"\*\*([\w -]+):?\*\*:?\s*$")


@dataclass(eq=False)
class Section:
    """A heading and everything up to the next one as high."""

    level: int
    heading: str
    """As its line stands in the text."""
    title: str = ""
    """The heading as plain text."""
    text: str = ""
    """What stands before its first subsection."""
    sections: list[Section] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called, to compare: in lower case, without the signs that end it."""
        return " ".join(self.title.casefold().replace("’", "'").split()).rstrip(" :.!")

    def walk(self) -> Iterator[Section]:
        """Itself and everything below it, in the order of the text."""
        yield self
        for below in self.sections:
            yield from below.walk()

    @property
    def content(self) -> str:
        """Its Markdown without its heading."""
        return joined((self.text, *(below.markdown for below in self.sections)))

    @property
    def markdown(self) -> str:
        return joined((self.heading, self.content))


def outline(text: str, bold_headings: re.Pattern[str]) -> Section:
    """The sections of a text, below one that has no heading.

    A bold line of its own heads a section below all others where its words match `bold_headings`.
    """
    root = Section(0, "")
    open_sections, all_sections = [root], [root]
    lines: list[list[str]] = [[]]
    for line, is_code in lines_of(text):
        section = None if is_code else _section(line, bold_headings)
        if section is None:
            lines[-1].append(line)
            continue
        while open_sections[-1].level >= section.level:
            open_sections.pop()
        open_sections[-1].sections.append(section)
        open_sections.append(section)
        all_sections.append(section)
        lines.append([])
    for section, own_lines in zip(all_sections, lines, strict=True):
        section.text = "\n".join(own_lines)
    return root


def _section(line: str, bold_headings: re.Pattern[str]) -> Section | None:
    """The section that a line heads, still without its text."""
    if match := _HEADING.match(line):
        return Section(len(match[1]), line.strip(), plain(match[2]))
    bold = _BOLD.match(line)
    if bold and bold_headings.fullmatch(bold[1].strip().casefold()):
        return Section(7, line.strip(), bold[1].strip())
    return None
