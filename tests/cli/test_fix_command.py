from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import example_text, write_example
from tests.cli.conftest import Kb

CASE = Path("content/cases/CASE-000417.md")
CLEAN = str(example_text(Example()))
UNTIDY = CLEAN.replace("owner: mira.k", "owner: mira.k ").replace("2026-03-02", "2 March 2026")


def write(text: str, file: Path = CASE) -> None:
    file.write_bytes(text.encode())


def read(file: Path = CASE) -> str:
    return file.read_bytes().decode()


def test_what_is_mended_is_told_by_file(kb: Kb) -> None:
    write(UNTIDY)
    ended = kb("fix")
    assert (ended.code, ended.out, ended.err) == (
        0,
        "content/cases/CASE-000417.md: 2 mended: date-in-another-format, trailing-blanks\n",
        "1 record: 1 file mended; no findings left\n",
    )
    assert read() == CLEAN


def test_a_second_time_nothing_changes(kb: Kb) -> None:
    write(UNTIDY)
    kb("fix")
    before = CASE.stat()
    ended = kb("fix")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "1 record: 0 files mended; no findings left\n"
    assert (CASE.stat().st_mtime_ns, CASE.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_is_left_is_for_the_check_to_judge(kb: Kb) -> None:
    write(
        UNTIDY.replace("severity: B", "severity: A").replace(
            "severity_opened: B", "severity_opened: A"
        )
    )
    ended = kb("fix")
    assert ended.code == 0
    assert ended.err == "1 record: 1 file mended; 1 error left\n"
    assert kb("check").code == 1


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_a_byte_order_mark_and_the_mode_stay(mark: str, end: str, kb: Kb) -> None:
    write(mark + UNTIDY.replace("\n", end))
    CASE.chmod(0o640)
    kb("fix")
    assert read() == mark + CLEAN.replace("\n", end)
    assert CASE.stat().st_mode & 0o777 == 0o640


def test_fields_that_move_keep_the_line_ends_of_the_file(kb: Kb) -> None:
    moved = CLEAN.replace("id: CASE-000417\nkind: case\n", "kind: case\nid: CASE-000417\n")
    write(moved.replace("\n", "\r\n"))
    kb("fix")
    assert read() == CLEAN.replace("\n", "\r\n")


def test_the_diff_is_one_that_patch_applies_and_nothing_is_written(kb: Kb) -> None:
    untidy = UNTIDY + "\nlast “x”\n\n```sh\ngit log –p\n```"
    write(untidy)
    ended = kb("fix", "--diff")
    assert (ended.code, ended.err) == (0, "1 record: 1 file would change; no findings left\n")
    assert read() == untidy
    assert ended.out.startswith(
        "--- a/content/cases/CASE-000417.md\n+++ b/content/cases/CASE-000417.md\n@@ "
    )
    assert "-owner: mira.k \n+owner: mira.k\n" in ended.out
    assert ended.out.endswith(
        " ```sh\n-git log –p\n+git log -p\n ```\n\\ No newline at end of file\n"
    )
    subprocess.run(["git", "apply", "-"], input=ended.out.encode(), check=True)
    patched = read()
    write(untidy)
    kb("fix")
    assert patched == read()


def test_files_that_are_named_are_mended_alone(kb: Kb) -> None:
    other = Path("content/cases/mail/CASE-000418.md")
    other.parent.mkdir()
    write(UNTIDY)
    write(UNTIDY.replace("000417", "000418"), other)
    assert kb("fix", str(other)).out.startswith("content/cases/mail/CASE-000418.md: 2 mended")
    assert read() == UNTIDY
    assert kb("fix", "content", str(CASE.resolve())).out.startswith(f"{CASE}: 2 mended")
    assert read() == CLEAN


def test_a_link_to_a_record_stays_a_link(kb: Kb) -> None:
    shelf = Path("content/shelf")
    shelf.mkdir()
    CASE.rename(shelf / "case.txt")
    CASE.symlink_to("../shelf/case.txt")
    write(UNTIDY)
    kb("fix")
    assert CASE.is_symlink() and read(shelf / "case.txt") == CLEAN
    assert sorted(path.name for path in shelf.iterdir()) == ["case.txt"]


def test_a_file_that_cannot_be_written_is_left_whole(
    kb: Kb, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(UNTIDY)

    def replace(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", replace)
    ended = kb("fix")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("CASE-000417.md: Permission denied\n")
    assert read() == UNTIDY
    assert [path.name for path in CASE.parent.iterdir()] == [CASE.name]


def test_wrong_use_says_what_is_wrong(kb: Kb) -> None:
    Path("content/notes.txt").write_text("x")
    Path("elsewhere").mkdir()
    said = {arguments: kb("fix", *arguments.split()).err for arguments in (
        "content/cases/CASE-000999.md", "content/notes.txt", "content elsewhere", "elsewhere",
    )}  # fmt: skip
    assert said == {
        "content/cases/CASE-000999.md":
            "kb: content/cases/CASE-000999.md: no such file or folder\n",
        "content/notes.txt": "kb: content/notes.txt: no Markdown file of content\n",
        "content elsewhere":
            "kb: elsewhere: a second folder; name one content folder, and files\n",
        "elsewhere":
            "kb: elsewhere: no folder `cases` in it; name the folder that holds the records\n",
    }  # fmt: skip
    assert kb("fix", "elsewhere").code == 2


def test_a_broken_record_is_left_as_it_is_and_does_not_hinder_others(kb: Kb) -> None:
    broken = Path("content/cases/CASE-000500.md")
    write("---\ntitle: [ \n---\n", broken)
    write(UNTIDY)
    ended = kb("fix")
    assert ended.code == 0
    assert ended.err == "2 records: 1 file mended; 1 error left\n"
    assert read(broken) == "---\ntitle: [ \n---\n"


def test_a_page_that_is_no_record_is_mended_too(kb: Kb) -> None:
    page = Path("content/page.md")
    text = "---\ntitle: A page{}\n---\n\n# A page\n"
    write(text.format("  # kb: ignore[title-too-long] it was long"), page)
    assert kb("fix").out == "content/page.md: 1 mended: useless-silence\n"
    assert read(page) == text.format("")


def test_a_record_with_several_defects_is_clean_after_one_run(kb: Kb) -> None:
    write_example(Example("tag:\n  - sign-in\nclosed: 6.3.2026"), Path("content"))
    assert kb("fix").out == (
        "content/cases/CASE-000417.md: 3 mended: "
        "date-in-another-format, fields-out-of-order, unknown-field\n"
    )
    assert kb("check").code == 0
    assert "closed: 2026-03-06\n" in read() and "\ntags:\n  - sign-in\n" in read()
