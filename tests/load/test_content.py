from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from kb_builder.load import find_record, load_content
from kb_builder.load.content import slug_of
from kb_builder.model.content import Content

LoadAndCheck = Callable[[], tuple[Content, list[str]]]

ENCODED = "---\nid: CASE-000418\ntitle: Zoë\n---\n"
CONFLICT = b"---\nid: CASE-000418\n<<<<<<< HEAD\nowner: a\n=======\nowner: b\n>>>>>>> x\n---\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"---\nid: CASE-000418\ntitle: a: b\n---\n",
            "3:9: error[broken-front-matter] YAML: mapping values are not allowed in this context\n"
            "  help: a text that holds `: ` is put in quotes or in a block after `|`",
        ),
        (
            ENCODED.encode("latin-1"),
            "3:10: error[not-utf8] byte 0xEB is not UTF-8\n"
            "  help: save the file as UTF-8; it looks like Windows-1252",
        ),
        (
            ENCODED.encode("utf-16"),
            "1:1: error[not-utf8] byte 0xFF is not UTF-8\n"
            "  help: save the file as UTF-8; it looks like UTF-16",
        ),
        (
            b"---\nid: CASE-000418\ntags:\n\t- a\n---\n",
            "4:1: error[tab-in-front-matter] a tab indents this line\n  help: use blanks",
        ),
        (
            CONFLICT,
            "3:1: error[merge-conflict] an unresolved merge conflict\n"
            "  help: keep the lines that hold, and remove `<<<<<<<`, `=======` and `>>>>>>>`",
        ),
        (
            b"# A case\n",
            "1:1: error[no-front-matter] no front matter\n"
            "  help: start the file with a line of `---`, the fields, and a line of `---`",
        ),
        (
            b"---\nid: CASE-000418\n---\n" + b"x" * 5_000_000,
            "1:1: error[file-too-large] 5,000,024 bytes, where 1,000,000 are the most that is read\n"
            "  help: quote the lines that matter, and keep the whole log elsewhere",
        ),
    ],
    ids=["yaml", "latin-1", "utf-16", "tab", "conflict", "no-front-matter", "5-mb"],
)
def test_a_broken_file_is_reported_at_its_place_and_the_others_are_loaded(
    data: bytes, said: str, folder: Path, load_and_check: LoadAndCheck
) -> None:
    (folder / "cases/CASE-000418.md").write_bytes(data)
    content, messages = load_and_check()
    assert messages == [f"content/cases/CASE-000418.md:{said}"]
    assert [record.id for record in content.records] == ["CASE-000417"]
    assert [source.location.name for source in content.broken] == ["CASE-000418.md"]


def test_a_field_given_twice_is_reported_and_the_record_loaded(
    folder: Path, clean: bytes, load_and_check: LoadAndCheck
) -> None:
    text = clean.replace(b"severity: B\n", b"severity: B\nseverity: C\n")
    (folder / "cases/CASE-000417.md").write_bytes(text)
    content, messages = load_and_check()
    assert messages == [
        "content/cases/CASE-000417.md:20:1: error[duplicate-key] `severity` stands a second time\n"
        "  help: keep this one or that of line 19"
    ]
    assert content.records[0].severity == "B"


def test_a_broken_file_does_not_keep_the_others_from_being_checked(
    folder: Path, clean: bytes, load_and_check: LoadAndCheck
) -> None:
    (folder / "cases/CASE-000418.md").write_text("---\n[\n---\n")
    text = clean.replace(b"severity: B\n", b"severity: A\n")
    (folder / "cases/CASE-000417.md").write_bytes(text)
    _, messages = load_and_check()
    assert [message.split(" ")[1] for message in messages] == [
        "error[severity-a-at-closure]",
        "error[broken-front-matter]",
    ]


@pytest.mark.parametrize("name", ["cases/CASE-000418.md", "cases/p.png", "procedures", "page.md"])
def test_a_link_that_leads_out_of_the_folder_is_reported_and_not_published(
    name: str, folder: Path, load_and_check: LoadAndCheck
) -> None:
    outside = folder.parent / "elsewhere"
    outside.mkdir()
    (outside / "secret.md").write_text("secret")
    target = outside if name == "procedures" else outside / "secret.md"
    (folder / name).symlink_to(target.resolve())
    content, messages = load_and_check()
    assert messages == [
        f"content/{name}:1:1: error[outside-content] a link to `{target.resolve()}`, "
        "outside the content folder\n  help: put the file itself here"
    ]
    assert [source.location for source in content.broken] == [PurePosixPath(name)]
    assert not content.pages
    assert not any("secret" in file.name for file in content.files)
    assert PurePosixPath(name) not in content.files
    assert len(content.records) == 1


@pytest.mark.parametrize("name", ["cases/a.md", "cases/p.png"])
def test_a_link_in_a_loop_cannot_be_read(
    name: str, folder: Path, load_and_check: LoadAndCheck
) -> None:
    (folder / name).symlink_to(Path(name).name)
    content, messages = load_and_check()
    assert messages == [
        f"content/{name}:1:1: error[unreadable-file] "
        "cannot be read: too many levels of symbolic links"
    ]
    assert PurePosixPath(name) not in content.files


def test_links_within_the_folder_are_fine_and_linked_folders_not_followed(
    folder: Path, load_and_check: LoadAndCheck
) -> None:
    (folder / "cases/p.txt").write_bytes(b"log")
    (folder / "cases/q.txt").symlink_to("p.txt")
    (folder / "cases/again").symlink_to("../cases")
    (folder / "again.md").symlink_to("cases")
    content, messages = load_and_check()
    assert messages == []
    assert {file.as_posix() for file in content.files if file.parts[0] != "taxonomy"} == {
        "cases/CASE-000417.md",
        "cases/p.txt",
        "cases/q.txt",
    }


def test_what_is_no_file_is_not_opened(folder: Path, load_and_check: LoadAndCheck) -> None:
    os.mkfifo(folder / "cases/pipe.md")
    content, messages = load_and_check()
    assert messages == [
        "content/cases/pipe.md:1:1: error[unreadable-file] cannot be read: it is not a file"
    ]
    assert len(content.records) == 1


def test_a_folder_that_cannot_be_read_is_reported(
    folder: Path, load_and_check: LoadAndCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "cases/locked").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    _, messages = load_and_check()
    assert messages == [
        "content/cases/locked:1:1: error[unreadable-file] cannot be read: permission denied"
    ]


def test_names_of_any_kind_are_read_and_printed_on_one_line(
    folder: Path, load_and_check: LoadAndCheck
) -> None:
    for name in (b"a\nb.md", b"\xff.md", b"x" * 252 + b".md", b"\xff.png"):
        Path(os.fsdecode(os.fsencode(folder / "cases") + b"/" + name)).write_bytes(b"")
    content, messages = load_and_check()
    assert [message.split("\n")[0] for message in messages] == [
        r"content/cases/\xff.md:1:1: error[unreadable-file] cannot be read: its name is not UTF-8",
        r"content/cases/\xff.png:1:1: error[unreadable-file] cannot be read: its name is not UTF-8",
        r"content/cases/a\nb.md:1:1: error[no-front-matter] no front matter",
        f"content/cases/{'x' * 252}.md:1:1: error[no-front-matter] no front matter",
    ]
    for file in (*content.files, *(source.location for source in content.broken)):
        file.as_posix().encode()


def test_hidden_files_and_folders_are_passed_over(
    folder: Path, load_and_check: LoadAndCheck
) -> None:
    (folder / "cases/.git").mkdir()
    (folder / "cases/.git/a.md").write_text("")
    (folder / "cases/.a.md").write_text("")
    assert load_and_check()[1] == []


def test_a_missing_folder_is_reported_and_raises_nothing(tmp_path: Path) -> None:
    content = load_content(tmp_path / "none")
    assert [source.problems[0].message for source in content.broken] == [
        "cannot be read: no such file or directory"
    ]


def test_progress_is_told_to_the_end(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    load_content(folder, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_record_is_found_by_its_id_in_any_file_and_by_a_former_id(
    folder: Path, clean: bytes
) -> None:
    text = clean.replace(b"id: CASE-000417\n", b"id: CASE-000500\naliases: [CASE-000499]\n")
    (folder / "cases/moved.md").write_bytes(text)
    for wanted in ("CASE-000500", "CASE-000499"):
        record = find_record(folder, wanted)
        assert record is not None and record.file.location.name == "moved.md"
    by_file = find_record(folder, "CASE-000417")
    assert by_file is not None and by_file.slug == "CASE-000417"
    assert find_record(folder, "CASE-9") is None
    assert find_record(folder, "../*") is None


@pytest.mark.parametrize(
    ("record_id", "slug"),
    [
        ("CASE-1", "CASE-1"),
        ("../../x", "x"),
        ("a b/c", "a-b-c"),
        ("", "file"),
        (417, "file"),
        ("…", "record"),
        ("事" * 300, "事" * 66),
    ],
)
def test_a_slug_is_safe_as_the_name_of_a_folder(record_id: object, slug: str) -> None:
    assert slug_of(record_id, PurePosixPath("cases/file.md"), {}) == slug


def test_slugs_are_unique_whatever_their_case() -> None:
    taken: dict[str, int] = {}
    wanted = ("a", "A", "a-2", "a", "a-2")
    slugs = [slug_of(name, PurePosixPath("x.md"), taken) for name in wanted]
    assert slugs == ["a", "A-2", "a-2-2", "a-3", "a-2-3"]
