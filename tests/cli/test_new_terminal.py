"""`kb new` in a real terminal, from the first question to the file."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kb_builder.cli.main import run
from tests.cli.new_case import CAUSE, OPTIONS, RESOLUTION, SYMPTOM, options

FILE = Path("content/cases/mail-desktop/CASE-000456.md")
BEFORE = {"confirmation.note:": "", "state:": "", "workaround:": ""}
AFTER = dict.fromkeys(("customer_words:", "signatures:", "tags:", "related:", "review_by:"), "")
_SECONDS = 20.0
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\r")
_WHERE = "\x1b[6n"
"""What prompt_toolkit asks a terminal: where the cursor is."""


@dataclass
class Terminal:
    """A program at the other end of a pseudo-terminal."""

    file: int
    process: subprocess.Popen[bytes]
    shown: str = ""
    done: int = field(default=0)

    def expect(self, text: str) -> None:
        """Wait until the text is shown after what was waited for before."""
        end = time.monotonic() + _SECONDS
        while (at := self._plain().find(text, self.done)) < 0:
            assert time.monotonic() < end, f"no {text!r} in:\n{self._plain()[self.done :]}"
            if not self._read():
                at = self._plain().find(text, self.done)
                assert at >= 0, f"it ended without {text!r}:\n{self._plain()[self.done :]}"
                break
        self.done = at + len(text)

    def type(self, *lines: str) -> None:
        for line in lines:
            os.write(self.file, line.encode() + b"\r")

    def ended(self) -> int:
        while self._read():
            pass
        return self.process.wait(_SECONDS)

    def _plain(self) -> str:
        return re.sub(r"\s+", " ", _ESCAPE.sub("", self.shown))

    def _read(self) -> bool:
        ready, _, _ = select.select([self.file], [], [], 1)
        if not ready:
            return True
        try:
            data = os.read(self.file, 65536).decode("utf-8", "replace")
        except OSError:
            return False
        for _ in range(data.count(_WHERE)):
            os.write(self.file, b"\x1b[1;1R")
        self.shown += data
        return bool(data)


@contextmanager
def terminal(*arguments: str, given: bytes | None = None, editor: str = "") -> Iterator[Terminal]:
    """`kb` with the arguments in a terminal of its own; `given` is its standard input instead."""
    there, here = pty.openpty()
    command = [sys.executable, "-c", "from kb_builder.cli.main import main; main()", *arguments]
    taking = "import fcntl,os,sys,termios;fcntl.ioctl(2,termios.TIOCSCTTY,0);os.execv(sys.argv[1],sys.argv[1:])"
    environment = {
        **os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40", "NO_COLOR": "1", "CI": "1",
    }  # fmt: skip
    environment.pop("VISUAL", None)
    environment["EDITOR"] = editor
    process = subprocess.Popen(
        [sys.executable, "-c", taking, *command],
        stdin=subprocess.PIPE if given is not None else here,
        stdout=here,
        stderr=here,
        start_new_session=True,
        env=environment,
    )
    os.close(here)
    try:
        if given is not None:
            assert process.stdin
            process.stdin.write(given)
            process.stdin.close()
        yield Terminal(there, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(there)


def answers(terminal: Terminal, typed: dict[str, str]) -> None:
    """Type each answer at its prompt."""
    for asked, answer in typed.items():
        terminal.expect(asked)
        terminal.expect(": " if asked.startswith("related,") else "> ")
        terminal.type(answer)


def answer_all(terminal: Terminal) -> None:
    """Everything that is asked for a case; one answer is given again, and one is no choice."""
    answers(
        terminal,
        {
            "confirmation.by:": "customer",
            "confirmation.on:": "2026-03-05",
            "confirmation.note:": "",
            "last_quality_response:": "2026-03-04",
        },
    )
    terminal.expect("error[last-quality-response-too-early]")
    terminal.expect("answers again")
    terminal.type("a")
    terminal.expect("> 2026-03-04")
    terminal.type("\x152026-03-05")
    steps = {"severity_opened:": "B", "severity:": "", "state:": "", "status:": "resolved"}
    answers(terminal, steps | {"symptom:": SYMPTOM.replace("\n", "\r")})
    terminal.type(".")
    terminal.expect("similar closed cases:")
    answers(terminal, {"related, by number": ""})
    for name, text in (("cause", CAUSE), ("resolution", RESOLUTION)):
        answers(terminal, {f"{name}:": text.replace("\n", "\r")})
        terminal.type(".")
    answers(terminal, {"workaround:": "", "root_cause:": "operating system"})
    terminal.expect("choose one of")
    terminal.type("\x15registry permissions")
    answers(
        terminal,
        {
            "labor_minutes:": "85",
            "opened:": "3 March 2026",
            "closed:": "\x152026-03-05",
            "owner:": "\x15mira.k",
            "title:": OPTIONS["--title"],
            "product:": "mail desktop",
            "environment:": f"{OPTIONS['--environment']}\r",
            "customer_words:": "",
            "signatures:": "",
            "tags:": "",
            "related:": "",
            "review_by:": "",
        },
    )


def test_a_case_is_written_from_the_first_question_to_a_clean_file(
    example_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal("new", "case") as screen:
        answer_all(screen)
        screen.expect("content/cases/mail-desktop/CASE-000456.md: no findings")
        assert screen.ended() == 0
    assert FILE.read_text().startswith("---\nid: CASE-000456\nkind: case\ntitle: Saving an att")
    assert "opened: 2026-03-03\n" in FILE.read_text()
    assert "root_cause: Platform > Operating system > File and registry permissions\n" in (
        FILE.read_text()
    )
    assert run(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_stopped_on_the_way_it_writes_no_record_and_can_be_gone_on_with(
    example_project: Path,
) -> None:
    before = set(Path("content").rglob("*"))
    given = options(owner="", title="", labor_minutes="")
    with terminal("new", "case", *given) as screen:
        answers(screen, {**BEFORE, "labor_minutes:": "85", "owner:": "\x03"})
        screen.expect("no record is written; the answers so far are kept in .kb/drafts/case-1.md")
        screen.expect("to go on: kb new case --resume .kb/drafts/case-1.md")
        assert screen.ended() == 130
    assert set(Path("content").rglob("*")) == before
    with terminal("new", "case", "--resume", ".kb/drafts/case-1.md") as screen:
        answers(
            screen,
            {
                "confirmation.note:": "",
                "workaround:": "",
                "owner:": "\x15mira.k",
                "title:": OPTIONS["--title"],
                **AFTER,
            },
        )
        screen.expect(": no findings")
        assert screen.ended() == 0
    assert "labor_minutes: 85\nowner: mira.k\n" in FILE.read_text()
    assert not Path(".kb/drafts/case-1.md").exists()


def test_the_log_is_piped_in_while_answers_are_typed_and_the_editor_is_opened(
    example_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = Path("editor.sh")
    editor.write_text('#!/bin/sh\ntest -t 0 && echo "edited $1"\necho "<!-- seen -->" >> "$1"\n')
    editor.chmod(0o755)
    log = b"10:00:01 ERROR no reply from the file server (0x80070035)\n"
    arguments = ("new", "case", *options(owner=""), "--log", "-")
    with terminal(*arguments, given=log, editor=str(editor.resolve())) as screen:
        answers(screen, {**BEFORE, "owner:": "\x15mira.k", **AFTER})
        screen.expect("edited content/cases/mail-desktop/CASE-000456.md")
        screen.expect(": no findings")
        assert screen.ended() == 0
    assert FILE.read_text().endswith("(0x80070035)\n```\n<!-- seen -->\n")
