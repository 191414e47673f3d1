from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kb_builder.cli.main import run
from tests.cli.conftest import Ended
from tests.cli.new_case import OPTIONS, RESOLUTION, SYMPTOM, options

FILE = Path("content/cases/mail-desktop/CASE-000456.md")
ERROR = "2026-03-03 10:00:02 FS01 ERROR Cannot write for anna.berg@fabrikam-mail.de (0x80070005)\n"

Kb = Callable[..., Ended]


@pytest.fixture
def kb(example_project: Path, capsys: pytest.CaptureFixture[str]) -> Kb:
    """Runs `kb` in this process, in a copy of the example site."""

    def kb(*arguments: str) -> Ended:
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return kb


def records() -> set[Path]:
    return set(Path("content").rglob("*"))


def test_a_case_is_written_by_options_alone_and_has_no_findings(kb: Kb) -> None:
    ended = kb("new", "case", *options())
    assert (ended.code, ended.out) == (0, f"{FILE}\n")
    assert ended.err.endswith(f"{FILE}: no findings\n")
    text = FILE.read_text()
    symptom = SYMPTOM.replace("\n", "\n  ")
    assert text.startswith("---\nid: CASE-000456\nkind: case\ntitle: Saving an attachment")
    assert f"symptom: |\n  {symptom}\ncause: |\n" in text
    assert "confirmation:\n  by: customer\n  on: 2026-03-05\n" in text
    checked = kb("check")
    assert (checked.code, checked.out, checked.err) == (0, "", "70 records: no findings\n")
    assert kb("fix", "--diff", str(FILE)).out == ""


def test_a_collaboration_and_an_article_are_written_by_options(kb: Kb) -> None:
    notes = options(
        severity="", severity_opened="", last_quality_response="", confirmation_by="case-owner"
    )
    ended = kb("new", "collaboration", *notes, "--case", "CASE-000417", "--last-notes=2026-03-05")
    assert (ended.code, ended.out) == (0, "content/cases/mail-desktop/COLLAB-000079.md\n")
    article = [f"{name}={value}" for name, value in OPTIONS.items() if name.split("-")[2] in (
        "title", "product", "environment", "symptom", "cause", "resolution", "root",
    )]  # fmt: skip
    ended = kb("new", "article", *article, "--review-by", "2999-01-01")
    assert (ended.code, ended.out) == (0, "content/cases/mail-desktop/KB-000159.md\n")
    assert "state:" not in Path(ended.out.strip()).read_text()


def test_the_similar_cases_are_named(kb: Kb) -> None:
    err = kb("new", "case", *options()).err
    assert "similar: CASE-000137  Halyard Mail Desktop cannot create a profile" in err
    assert "0x80070005" in err


def test_what_is_missing_is_listed_and_nothing_is_written(kb: Kb) -> None:
    before = records()
    ended = kb("new", "case", *options(cause="", labor_minutes=" ", confirmation_on=""))
    assert (ended.code, ended.out) == (2, "")
    missing = "--confirmation-on, --cause, --labor-minutes"
    assert f"Error: nothing is written, for these are missing: {missing}\n" in ended.err
    assert records() == before


def test_the_file_is_written_whatever_the_rules_find_in_it(kb: Kb) -> None:
    ended = kb("new", "case", *options(severity="A", severity_opened="A"))
    assert (ended.code, ended.out) == (1, f"{FILE}\n")
    assert f"{FILE}:18:11: error[severity-a-at-closure] the case is closed at severity `A`" in (
        ended.err
    )
    assert ended.err.endswith(f"{FILE}: 1 error\n")


def test_a_private_value_is_not_told_by_another_rule_either(kb: Kb) -> None:
    ended = kb("new", "case", *options(product="ida@northgate-freight.com"))
    assert "error[unknown-product] there is no product `…`" in ended.err
    assert "northgate" not in ended.err


def test_lists_are_given_an_entry_at_a_time(kb: Kb) -> None:
    kb("new", "case", *options(), "--environment", "Windows Server 2022", "--tags=a", "--tags=b")
    assert (
        "environment:\n  - Halyard Mail Desktop 7.2.1 on Windows 11 24H2\n  - Windows Server 2022\n"
        in FILE.read_text()
    )
    assert "tags:\n  - a\n  - b\n" in FILE.read_text()


def test_a_log_is_redacted_and_its_error_line_quoted(kb: Kb) -> None:
    Path("error.log").write_text(ERROR * 2)
    ended = kb("new", "case", *options(), "--log", "error.log")
    assert ended.code == 0
    assert "replaced in the log: a mail address (2 times) by <user1>\n" in ended.err
    text = FILE.read_text()
    assert "fabrikam" not in text
    quoted = "ERROR Cannot write for <user1> (0x80070005)"
    assert f"\n  The log shows:\n\n  ```text\n  {quoted}\n  ```\ncause: |\n" in text
    line = f"2026-03-03 10:00:02 FS01 {quoted}\n"
    assert text.endswith(f"---\n\n## Log\n\n```text\n{line}{line}```\n")


def test_a_log_is_read_from_standard_input(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
    assert kb("new", "case", *options(), "--log", "-").code == 0
    assert "ERROR Cannot write for <user1> (0x80070005)" in FILE.read_text()


def test_an_empty_log_adds_nothing(kb: Kb) -> None:
    Path("empty.log").touch()
    ended = kb("new", "case", *options(), "--log", "empty.log")
    assert "the log is empty\n" in ended.err
    assert "## Log" not in FILE.read_text()


def test_the_folder_and_the_id_may_be_named(kb: Kb) -> None:
    ended = kb("new", "case", *options(), "--into", "content/cases/new", "--id", "CASE-000999")
    assert (ended.code, ended.out) == (0, "content/cases/new/CASE-000999.md\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--into", "content/guide"),
            "content/guide: not below content/cases, where records stand",
        ),
        (("--into", "/tmp"), "/tmp: not below content/cases, where records stand"),
        (("--id", "CASE-000417"), "`CASE-000417` is taken; give another --id, or leave it out"),
        (("--resume", "mkdocs.yml"), "mkdocs.yml: no draft that can be read"),
    ],
)
def test_wrong_use_writes_nothing(arguments: tuple[str, ...], message: str, kb: Kb) -> None:
    before = records()
    ended = kb("new", "case", *options(), *arguments)
    assert (ended.code, ended.out, ended.err) == (2, "", f"kb: {message}\n")
    assert records() == before


def test_a_site_without_records_is_wrong_use(kb: Kb, tmp_path: Path) -> None:
    (tmp_path / "other" / "docs").mkdir(parents=True)
    Path("other/mkdocs.yml").write_text("plugins: [kb_builder]\n")
    ended = kb("new", "case", "-f", "other/mkdocs.yml")
    assert ended.code == 2
    assert ended.err == (
        "kb: other/docs: no folder `cases` in it; name the site with --config-file\n"
    )


def test_the_answers_of_a_draft_are_taken_up_and_options_come_first(kb: Kb) -> None:
    kept = Path(".kb/drafts/case-1.md")
    kept.parent.mkdir(parents=True)
    kept.write_text("---\nowner: jonas.t\ntitle: An old title\n---\n\nA body that was kept.\n")
    ended = kb("new", "case", *options(owner=""), "--resume", str(kept))
    assert ended.code == 0
    text = FILE.read_text()
    assert "owner: jonas.t\n" in text
    assert "An old title" not in text
    assert text.endswith("---\n\nA body that was kept.\n")
    assert not kept.exists()


def test_hostile_answers_make_a_file_that_loads(kb: Kb) -> None:
    title = "x: [y] # z 'q' \"p\" --- &a *b !c %d @e `f` \x00\u2028\x1b[2J"
    ended = kb("new", "case", *options(title=title, cause="---\n\n---\n\ttab \u2028 end\r\n x"))
    assert ended.code in (0, 1)
    assert "\x1b" not in ended.err
    assert "broken-front-matter" not in ended.err


def test_prompts_are_loaded_for_nobody_else() -> None:
    program = (
        "import sys; from kb_builder.cli.main import kb, _COMMANDS\n"
        "for name in _COMMANDS: kb.get_command(None, name)\n"
        "sys.exit('prompt_toolkit' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_steps_are_kept_as_typed(kb: Kb) -> None:
    kb("new", "case", *options())
    assert RESOLUTION.replace("\n", "\n  ") in FILE.read_text()


def test_a_long_log_leads_to_no_finding(kb: Kb) -> None:
    lines = [f"2026-03-03 10:00:{n % 60:02} FS01 INFO request {n} is done\n" for n in range(900)]
    Path("error.log").write_text("".join([*lines[:450], ERROR, *lines[450:]]))
    ended = kb("new", "case", *options(), "--log", "error.log")
    assert "left out of the log: 894 lines far from any error\n" in ended.err
    assert ended.err.endswith(f"{FILE}: no findings\n")
