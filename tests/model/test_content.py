from __future__ import annotations

from pathlib import PurePosixPath

from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.source import SourceFile


def record(name: str, record_id: str = "", related: tuple[str, ...] = (), case: str = "") -> Record:
    file = SourceFile(f"cases/{name}", PurePosixPath("cases", name))
    return Record(file, name, id=record_id, related=related, case=case)


CONTENT = Content(
    records=(
        record("a.md", "A"),
        record("b.md", "A", related=("C", "C"), case="C"),
        record("c.md", related=("A", "C")),
    )
)


def test_of_two_records_of_one_id_the_first_has_it() -> None:
    assert {name: found.slug for name, found in CONTENT.by_id.items()} == {"A": "a.md"}


def test_each_record_that_names_another_is_told_once() -> None:
    assert [found.slug for found in CONTENT.naming("C")] == ["b.md", "c.md"]
    assert CONTENT.naming("none") == ()


def test_sources_are_those_of_records_and_broken_files() -> None:
    broken = SourceFile("cases/d.md", PurePosixPath("cases/d.md"))
    sources = Content(CONTENT.records, (broken,)).sources
    assert [source.path for source in sources] == [f"cases/{name}.md" for name in "abcd"]
