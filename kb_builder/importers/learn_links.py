"""Where the links and pictures of an article lead, once it is a record."""

from __future__ import annotations

import os.path
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from kb_builder.importers.report import Loss

LEARN = "https://learn.microsoft.com"
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp")


@dataclass
class Links:
    """The links of one article; what it cannot keep goes to `losses`."""

    src: Path
    path: str
    """Of the article below `src`."""
    record: PurePosixPath
    """Its record's file, below the content folder."""
    records: Mapping[str, PurePosixPath]
    """Every imported article's record, by the article's path in folded case."""
    losses: list[Loss]
    pictures: dict[PurePosixPath, Path] = field(default_factory=dict)
    """The pictures to copy: where to, below the content folder, and where from."""

    def link(self, text: str, target: str, title: str, line: int, base: str) -> str:
        """A link that stands in the file `base`, as Markdown; without the link where it would lead nowhere."""
        url = self.url(target, line, base)
        if url is None:
            return mention(text, target)
        return f"[{text}]({url}{title})" if url else text

    def picture(self, alt: str, target: str, title: str, line: int, base: str) -> str:
        """A picture as Markdown; its alternative text where there is no picture."""
        url = self.picture_url(target, line, base)
        if url:
            return f"![{alt}]({url}{title})"
        alt = " ".join(alt.split()).replace("*", "\\*")
        return f"*{alt}*" if alt else ""

    def url(self, target: str, line: int, base: str) -> str | None:
        """The target seen from the record: empty for a place on its own page, None where it is not there."""
        if _ELSEWHERE.match(target):
            return target
        if target.startswith("/"):
            return f"{LEARN}{target}"
        path, anchor, _ = _parts(target)
        file = self.below_src(path, base) if path else self.path
        record = self.records.get(file.casefold()) if file else None
        if record and anchor:
            # The sections of an article are fields of its record: its anchors may lead nowhere.
            self._lose(line, "link-anchor-dropped", f"`{target}`")
        if record:
            own = record == self.record
            return "" if own else _quoted(os.path.relpath(record, self.record.parent))
        if file and file.casefold().endswith(_PICTURES) and self._is_file(file):
            return self._copied(self.src / file)
        self._lose(line, "link-target-not-imported", f"`{target}`")
        return None

    def picture_url(self, target: str, line: int, base: str) -> str | None:
        """The picture seen from the record, to whose folder it will be copied; None where it is missing."""
        if _ELSEWHERE.match(target):
            return target
        file = self.below_src(_parts(target)[0], base)
        if file and self._is_file(file):
            return self._copied(self.src / file)
        self._lose(line, "picture-missing", f"`{target}`")
        return None

    def _copied(self, file: Path) -> str:
        """The place beside the record to which a picture is to be copied."""
        number = 1
        while True:
            name = file.name if number == 1 else f"{file.stem}-{number}{file.suffix}"
            place = self.record.with_suffix("") / name
            taken = {str(other).casefold(): source for other, source in self.pictures.items()}
            if taken.get(str(place).casefold(), file) == file:
                self.pictures[place] = file
                return _quoted(f"{place.parent.name}/{name}")
            number += 1

    def below_src(self, path: str, base: str) -> str | None:
        """A path that stands in the file `base` as one below `src`; None where it leads out of it."""
        joined = os.path.normpath(PurePosixPath(base).parent / path)
        return None if joined.startswith("..") or path.startswith(("/", "~")) else joined

    def _is_file(self, path: str) -> bool:
        try:
            file = (self.src / path).resolve()
            return file.is_file() and file.is_relative_to(self.src.resolve())
        except (OSError, ValueError):
            return False

    def _lose(self, line: int, what: str, message: str) -> None:
        self.losses.append(Loss(self.path, line, what, message))


def mention(text: str, target: str) -> str:
    """What stands for a link whose target is not there: its text, and the target as code."""
    fence = "``" if "`" in target else "`"
    return f"{text} ({fence}{target}{fence})".lstrip()


def _parts(target: str) -> tuple[str, str, str]:
    """Path, anchor and query of a relative target; the path is decoded, with `/` for `\\`."""
    before, _, anchor = target.partition("#")
    path, _, query = before.partition("?")
    return unquote(path).replace("\\", "/"), anchor, query


def _quoted(path: str) -> str:
    return quote(path, safe="/")
