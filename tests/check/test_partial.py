"""A part of the records is judged as it would be among all of them."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path, PurePosixPath

import pytest

from kb_builder.check import all_rules, check
from kb_builder.check.examples import example_text
from kb_builder.check.partial import check_part
from kb_builder.check.rule import Example
from kb_builder.load import load_content, part
from kb_builder.load.part import load_part
from kb_builder.load.source import read_source
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.source import SourceFile
from tests.conftest import PROJECT

Place = PurePosixPath
A, B, C = (f"cases/CASE-00000{number}.md" for number in (1, 2, 3))


class Folder:
    """A content folder that is written file by file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("root-causes.yml", "products.yml", "statuses.yml"):
            self.write(f"taxonomy/{name}", (PROJECT / "content/taxonomy" / name).read_text())

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def case(self, name: str, fields: str = "", record_id: str = "", body: str = "") -> None:
        record_id = record_id or Place(name).stem
        text = example_text(Example(fields, body=body))
        self.write(name, str(text).replace("id: CASE-000417", f"id: {record_id}"))

    def found(self, *chosen: str, before: dict[str, str] | None = None) -> list[str]:
        """What is found in the chosen files, and what they cause where `before` is known."""
        was = None
        if before is not None:
            was = {Place(name): text.encode() for name, text in before.items()}
        part = load_part(self.root, [Place(name) for name in chosen], before=was)
        return [self.line(found) for found in check_part(part) if found.rule in RULES]

    def line(self, found: Diagnostic) -> str:
        place = found.span.path.removeprefix(f"{self.root.as_posix()}/")
        return f"{place}:{found.span.line}: {found.rule}: {found.message}"


RULES = (
    "duplicate-id",
    "unknown-related",
    "one-sided-relation",
    "broken-link",
    "circular-succession",
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "content")
    folder.case(B)
    folder.case(C)
    return folder


def test_records_that_are_named_are_known(folder: Folder) -> None:
    folder.case(A, "related:\n  - CASE-000002\n  - CASE-000009")
    assert folder.found(A) == [
        f"{A}:3: one-sided-relation: `CASE-000002` does not name this record in turn",
        f"{A}:4: unknown-related: there is no record `CASE-000009`",
    ]


def test_a_record_known_by_a_former_id_is_found(folder: Folder) -> None:
    folder.case(B, "aliases:\n  - CASE-000007\nrelated:\n  - CASE-000001")
    folder.case(A, "related:\n  - CASE-000007")
    assert folder.found(A) == []


def test_of_two_records_of_one_id_the_changed_one_is_at_fault(folder: Folder) -> None:
    folder.case("cases/A.md", record_id="CASE-000003")
    path = folder.root.as_posix()
    assert folder.found("cases/A.md") == [
        f"cases/A.md:2: duplicate-id: `CASE-000003` is already the id of {path}/{C}:2"
    ]


def test_other_records_are_not_judged_with_it(folder: Folder) -> None:
    folder.case(B, "related:\n  - CASE-000001\n  - CASE-000008")
    folder.case(A)
    assert folder.found(A) == []


def test_what_a_change_makes_wrong_in_others_is_told(folder: Folder) -> None:
    before = {A: str(example_text(Example("related:\n  - CASE-000002")))}
    before[A] = before[A].replace("CASE-000417", "CASE-000001")
    folder.case(B, "related:\n  - CASE-000001\n  - CASE-000008")
    folder.case(A)
    assert folder.found(A, before=before) == [
        f"{B}:3: one-sided-relation: `CASE-000001` does not name this record in turn"
    ]


def test_a_record_that_is_gone_is_missed_by_those_that_name_it(folder: Folder) -> None:
    before = {A: str(example_text(Example())).replace("CASE-000417", "CASE-000001")}
    folder.case(B, "related:\n  - CASE-000001", body="[it](CASE-000001.md)\n")
    told = folder.found(A, before=before)
    assert [line.split(": ", 1)[1] for line in told] == [
        "unknown-related: there is no record `CASE-000001`",
        "broken-link: there is no file `CASE-000001.md`",
    ]
    assert all(line.startswith(B) for line in told)


def test_a_record_that_was_missed_before_is_not_told_again(folder: Folder) -> None:
    folder.case(B, "related:\n  - CASE-000001\n  - CASE-000002")
    assert folder.found(A, before={}) == []


def test_a_succession_is_followed_to_its_end(folder: Folder) -> None:
    names = [f"CASE-00000{number}" for number in (1, 2, 3, 4, 5)]
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        withdrawn = (
            f"withdrawn:\n  on: 2026-03-10\n  reason: Out of date.\n  superseded_by: {after}"
        )
        folder.case(f"cases/{name}.md", withdrawn)
    (told,) = folder.found(A)
    assert told.startswith(f"{A}:5: circular-succession: the successors lead back to this record")


def test_a_record_that_shows_a_changed_picture_is_judged(folder: Folder) -> None:
    folder.case(B, body="![The list](CASE-000002/a%20b.png)\n")
    folder.write("cases/CASE-000002/a b.png", "x" * 2_000_000)
    part = load_part(folder.root, [Place("cases/CASE-000002/a b.png")])
    assert part.paths == {
        f"{folder.root.as_posix()}/{name}" for name in (B, "cases/CASE-000002/a b.png")
    }
    assert "huge-picture" in {found.rule for found in check_part(part)}


def test_files_that_are_no_records_do_no_harm(folder: Folder, tmp_path: Path) -> None:
    folder.write("cases/latin.md", "")
    (folder.root / "cases/latin.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    folder.write("cases/.hidden.md", "x")
    folder.write("guide/page.md", "# A page\n")
    folder.write("cases/empty.md", "")
    (folder.root / "cases/out.md").symlink_to(tmp_path)
    names = ["latin.md", ".hidden.md", "empty.md", "out.md", "p.png", "gone.md"]
    chosen = [Place("cases") / name for name in names] + [Place("guide/page.md")]
    part = load_part(folder.root, chosen)
    rules = [found.rule for found in check_part(part)]
    assert sorted(rules) == ["no-front-matter", "not-utf8", "outside-content"]


def test_many_names_are_found_as_few_are(folder: Folder) -> None:
    names = "".join(f"\n  - CASE-0001{number:02}" for number in range(40))
    folder.case(A, f"related:\n  - CASE-000002{names}")
    folder.case(B, "related:\n  - CASE-000001")
    told = folder.found(A)
    assert len(told) == 40
    assert not any("CASE-000002" in line for line in told)


def test_rules_that_need_all_records_are_left_out(folder: Folder) -> None:
    folder.write("cases/CASE-000002/unused.png", "x")
    part = load_part(folder.root, [Place("cases/CASE-000002/unused.png")])
    assert [found.rule for found in check_part(part)] == []
    assert "unused-picture" in {rule.name for rule in all_rules() if rule.needs_all_records}


def test_each_file_of_the_example_is_judged_as_among_all_of_them(tmp_path: Path) -> None:
    """Records are broken at random, and each is judged alone and with all the others."""
    root = tmp_path / "content"
    chance = random.Random(4)
    files = sorted((PROJECT / "content/cases").rglob("*.md"))[:40]
    ids = [file.stem for file in files]
    for file in (PROJECT / "content/taxonomy").iterdir():
        copy(file, root / "taxonomy" / file.name)
    for file in files:
        text = file.read_text()
        for _ in range(chance.randrange(3)):
            text = text.replace(chance.choice(ids), chance.choice(ids))
            text = re.sub(r"\nrelated:\n", f"\nrelated:\n  - {chance.choice(ids)}\n", text)
        if chance.random() < 0.2:
            text = re.sub(r"\nid: .*", f"\nid: {chance.choice(ids)}", text)
        place = root / "cases" / file.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    content = load_content(root)
    rules = [rule for rule in all_rules() if not rule.needs_all_records]
    everything = check(content, rules)
    assert len({found.rule for found in everything}) > 4
    for source in content.sources:
        own = {str(found) for found in everything if found.span.path == source.path}
        alone = check_part(load_part(root, [source.location]))
        more = {str(found) for found in alone} - own
        assert own <= {str(found) for found in alone}
        # Of two records of one id the one that is judged is at fault, wherever it stands.
        assert all("[duplicate-id]" in found for found in more)


def copy(file: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(file.read_bytes())


def test_an_id_that_is_nearly_right_is_suggested_as_among_all(folder: Folder) -> None:
    folder.case(A, "related:\n  - CASE-2", body="[it](../CASE-000003/)\n")
    (related, link) = (
        found
        for found in check_part(load_part(folder.root, [Place(A)]))
        if found.rule in ("unknown-related", "broken-link")
    )
    assert related.help == "did you mean `CASE-000002`?"
    assert link.help == "did you mean `CASE-000003.md`?"


def test_only_the_records_that_are_needed_are_read(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(100, 160):
        folder.case(f"cases/CASE-000{number}.md")
    folder.case(A, "related:\n  - CASE-000002")
    folder.case("cases/CASE-000100.md", "aliases:\n  - CASE-000001")
    read: list[str] = []

    def reading(root: Path, place: PurePosixPath, *limits: int, **how: bool) -> SourceFile:
        read.append(place.name)
        return read_source(root, place, *limits, **how)

    monkeypatch.setattr(part, "read_source", reading)
    load_part(folder.root, [Place(A)])
    assert sorted(read) == ["CASE-000001.md", "CASE-000002.md", "CASE-000100.md"]


def test_a_file_whose_name_is_not_utf8_does_no_harm(folder: Folder) -> None:
    odd = Place(os.fsdecode(b"cases/caf\xe9.png"))
    (folder.root / odd).write_bytes(b"x")
    assert check_part(load_part(folder.root, [odd]))[0].rule == "unreadable-file"
    (folder.root / odd).unlink()
    assert check_part(load_part(folder.root, [odd])) == []
