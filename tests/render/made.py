"""Records and contents made in memory, and HTML read strictly."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any

from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.source import SourceFile
from kb_builder.model.taxonomy import Product, Taxonomy, Topic

VOID = frozenset(["br", "hr", "img", "input"])


def a_record(name: str = "CASE-000001", *, body: str = "", **fields: Any) -> Record:
    """A record in `cases/mail/`, with nothing but the fields given."""
    location = PurePosixPath(f"cases/mail/{name}.md")
    return Record(SourceFile(f"content/{location}", location, body=body), slug=name, **fields)


def a_content(
    *records: Record,
    topics: tuple[Topic, ...] = (),
    products: tuple[str, ...] = (),
    files: tuple[str, ...] = (),
    **parts: Any,
) -> Content:
    """A content of these records; their files are there, besides `files`."""
    places = [record.file.location for record in records]
    return Content(
        records,
        taxonomy=Taxonomy(topics, tuple(Product(name) for name in products)),
        files=frozenset([*places, *map(PurePosixPath, files)]),
        **parts,
    )


@dataclass
class Read(HTMLParser):
    """HTML as read by a parser that forgives nothing: an assertion fails where tags do not balance."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, html: str) -> Read:
        read = cls()
        read.feed(html)
        read.close()
        assert read.open == []
        return read

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def words(self) -> str:
        """The text with one blank between tags."""
        return " ".join(" ".join(self.texts).split())

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def hrefs(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"not an element: {data}")

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)
