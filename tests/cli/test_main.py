from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example
from kb_builder.cli import check_scope
from tests.cli.conftest import Ended, Kb

ROOT = Path(__file__).parents[2]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from kb_builder.cli.main import main; main()", *arguments]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def in_pipe(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*arguments), capture_output=True, env=environment(**more), check=False
    )


def on_terminal(*arguments: str, **more: str) -> str:
    """What a terminal shows of a command."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*arguments), stdout=theirs, stderr=theirs, env=environment(TERM="xterm", **more)
    ):
        os.close(theirs)
        shown = b""
        try:
            while block := os.read(ours, 65536):
                shown += block
        except OSError:
            pass  # so Linux says that the other end is closed
    os.close(ours)
    return shown.decode()


def test_an_unknown_command_ends_with_2(kb: Kb) -> None:
    ended = kb("chek")
    assert (ended.code, ended.out) == (2, "")
    assert "No such command 'chek'" in ended.err


def test_a_bug_ends_with_3_a_line_and_a_log(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **named: object) -> None:
        raise ZeroDivisionError("odd\nnumber")

    monkeypatch.setattr(check_scope, "check", fail)
    ended = kb("check")
    assert ended.code == 3
    first, second = ended.err.splitlines()
    assert first == "kb: a bug: ZeroDivisionError: odd number"
    log = Path(second.removeprefix("  log: "))
    text = log.read_text()
    log.unlink()
    assert text.startswith("kb_builder 0.1.0, Python 3.")
    assert text.endswith("ZeroDivisionError: odd\nnumber\n")


def test_a_file_that_cannot_be_written_ends_with_2(kb: Kb, site: Path) -> None:
    (site / ".kb").write_text("in the way")
    ended = kb("search", "x")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("kb: .kb/index")


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES"])
def test_what_a_disk_does_not_take_is_no_bug(
    kb: Kb, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    code = getattr(errno, name)

    def fail(*given: object, **named: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(check_scope, "check", fail)
    assert kb("check") == Ended(2, "", f"kb: {os.strerror(code)}\n")


def test_another_error_of_the_system_without_a_file_is_a_bug(
    kb: Kb, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **named: object) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(check_scope, "check", fail)
    ended = kb("check")
    first, second = ended.err.splitlines()
    Path(second.removeprefix("  log: ")).unlink()
    assert (ended.code, first) == (3, "kb: a bug: OSError: [Errno 9] Bad file descriptor")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_output_that_goes_to_a_full_disk_ends_with_2(site: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command("show", "CASE-000417"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (2, b"kb: No space left on device\n")


def test_an_interruption_ends_with_130(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_scope, "check", interrupt)
    assert kb("check") == Ended(130, "", "\nkb: stopped\n")


def test_a_reader_that_goes_away_ends_it_without_a_word(site: Path) -> None:
    for number in range(300):
        example = Example(fields=f"id: X{number}\nseverity: A")
        write_example(example, site / "content").rename(site / f"content/cases/{number}.md")
    with subprocess.Popen(
        command("check"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        process.wait()
    assert process.returncode == 141


def test_a_character_that_the_output_cannot_hold_is_spelt_out(site: Path) -> None:
    write_example(Example(fields="title: größer – 日本"), site / "content")
    ended = in_pipe("show", "CASE-000417", PYTHONIOENCODING="cp1252")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.decode("cp1252").startswith("größer – \\u65e5\\u672c")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "sarif"],
        ["check", "--format", "junit"],
        ["rules", "--json"],
        ["schema"],
        ["show", "CASE-000417", "--json"],
    ],
)
def test_what_a_program_reads_is_utf_8_whatever_the_terminal_has(
    site: Path, arguments: list[str]
) -> None:
    write_example(Example(fields="status: größer – 日本"), site / "content")
    ended = in_pipe(*arguments, PYTHONIOENCODING="cp1252")
    assert ended.stdout.decode("utf-8") == in_pipe(*arguments).stdout.decode("utf-8")


def test_colours_only_on_a_terminal(site: Path) -> None:
    write_example(Example(fields="severity: A"), site / "content")
    assert "\x1b[31m\x1b[1merror[" in on_terminal("check")
    assert "\x1b[31m" not in on_terminal("check", NO_COLOR="1", CI="1")
    piped = in_pipe("check")
    assert b"\x1b" not in piped.stdout + piped.stderr


def test_progress_only_on_a_terminal_and_not_in_ci(site: Path) -> None:
    assert "Loading" in on_terminal("check")
    assert on_terminal("check", CI="1") == "1 record: no findings\r\n"
    piped = in_pipe("check")
    assert (piped.stdout, piped.stderr) == (b"", b"1 record: no findings\n")


@pytest.mark.parametrize("arguments", [["check"], ["search", "HID50011"], ["show", "CASE-000417"]])
def test_only_a_build_loads_the_site_generator(site: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from kb_builder.cli.main import run; run(sys.argv[1:]); "
        "print([name for name in ('mkdocs', 'jinja2', 'rich', 'pygments', 'cmarkgfm') "
        "if name in sys.modules])"
    )
    loaded = subprocess.check_output(
        [sys.executable, "-c", code, *arguments], env=environment(), stderr=subprocess.DEVNULL
    )
    assert loaded.splitlines()[-1] == b"[]"
