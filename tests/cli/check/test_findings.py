"""What `kb check` prints of its findings, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kb_builder.check import rule_named
from kb_builder.check.examples import write_example
from tests.cli.check.cases import BAD, FOUND, HELP, settings, write_case
from tests.cli.conftest import Ended, Kb


def test_clean_records_end_with_0(kb: Kb) -> None:
    assert kb("check") == Ended(0, "", "1 record: no findings\n")


def test_errors_end_with_1_and_are_printed_with_their_line(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check")
    assert (ended.code, ended.err) == (1, "1 record: 1 error\n")
    assert ended.out.split("\n") == [
        f"{FOUND}the case is closed at severity `A`",
        "  2 | severity: A",
        "    |           ^",
        f"  {HELP}",
        "",
    ]


def test_a_finding_in_a_list_is_shown_with_its_line_too(kb: Kb) -> None:
    Path("content/taxonomy/products.yml").write_text(
        "- product: Halyard Mail\n- produkt: Halyard Drive\n"
    )
    assert "\n  2 | - produkt: Halyard Drive\n    |   ^^^^^^^\n" in kb("check").out


def test_warnings_alone_end_with_0(kb: Kb) -> None:
    settings({"severity-a-at-closure": "warning"})
    write_example(BAD, Path("content"))
    ended = kb("check")
    assert (ended.code, ended.err) == (0, "1 record: 1 warning\n")


def test_a_secret_is_shown_by_no_rule(kb: Kb) -> None:
    settings({"trailing-blanks": "hint"})
    secret = rule_named("secret")
    assert secret is not None
    file = write_example(secret.bad, Path("content"))
    file.write_text(file.read_text().replace("\n", " \n").replace("--- \n", "---\n"))
    told = kb("check").out.split("\n")
    at = {line.split(": ")[0].split(":")[1] for line in told if "[secret]" in line}
    assert at and not any(line.strip().split(" | ")[0] in at for line in told)
    assert any("  | " in line for line in told)


def test_a_reader_that_has_had_enough_is_no_fault(site: Path) -> None:
    write_example(BAD, Path("content"))
    for number in range(418, 500):
        write_case(f"CASE-000{number}", "severity: A\nstate: Active")
    program = "from kb_builder.cli.main import main; main()"
    check = [sys.executable, "-c", program, "check"]
    with subprocess.Popen(check, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode in (1, 141)
    assert "Traceback" not in said and "a bug" not in said
