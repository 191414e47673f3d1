from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kb_builder.check import all_rules, rule_named
from kb_builder.check.examples import example_text, write_example
from kb_builder.check.rule import Example
from kb_builder.cli.explain import explained
from tests.cli.conftest import MKDOCS, Ended, Kb
from tests.load.repository import commit

BAD = Example(fields="severity: A")
FOUND = "content/cases/CASE-000417.md:2:11: error[severity-a-at-closure] "
HELP = "help: lower the case to `B` in Service Desk, save it, and write `severity: B`"
PATH = "content/cases/CASE-000417.md"


RULES = {
    "broken-taxonomy",
    "one-sided-relation",
    "secret",
    "severity-a-at-closure",
    "state-not-closed",
    "unknown-related",
    "unused-picture",
}
"""Those that are on here, so that what the others find does not matter."""


@pytest.fixture(autouse=True)
def few_rules(site: Path) -> None:
    settings({})


def settings(severities: dict[str, str]) -> None:
    off = {rule.name: "off" for rule in all_rules() if rule.name not in RULES}
    rules = json.dumps({**off, **severities})
    text = MKDOCS.replace("  - kb_builder\n", f"  - kb_builder:\n      rules: {rules}\n")
    Path("mkdocs.yml").write_text(f"docs_dir: content\n{text}")


def write_case(name: str, fields: str = "") -> Path:
    """A case of its own in a file of that name."""
    file = Path(f"content/cases/{name}.md")
    file.write_text(str(example_text(Example(fields))).replace("id: CASE-000417", f"id: {name}"))
    return file


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


def test_json_goes_to_standard_output_and_nothing_else(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--json")
    (found,) = json.loads(ended.out)
    assert (ended.code, ended.err, found["rule"]) == (1, "", "severity-a-at-closure")
    assert kb("check", "--format", "json") == ended


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_report_in_json_is_whole_also_where_nothing_is_found(kb: Kb, form: str) -> None:
    ended = kb("check", "--format", form)
    json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")


def test_a_junit_report_counts_the_files(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    write_case("CASE-000418")
    suite = ET.fromstring(kb("check", "--format", "junit").out)[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("github", f"::error file={PATH},line=2,endLine=2,col=11,endColumn=12,title=kb severity-a"),
        ("azure", f"##vso[task.logissue type=error;sourcepath={PATH};linenumber=2;columnnumber=11"),
    ],
)
def test_commands_for_a_log_have_the_summary_beside_them(kb: Kb, form: str, start: str) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--format", form)
    assert ended.out.startswith(start)
    assert (ended.code, ended.err) == (1, "1 record: 1 error\n")


def test_a_rule_is_linked_to_its_page_where_the_site_is_published(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    assert "| severity-a-at-closure |" in kb("check", "--format", "markdown").out
    with (site / "mkdocs.yml").open("a") as file:
        file.write("site_url: https://kb.example.com/\n")
    link = "[severity-a-at-closure](https://kb.example.com/rules/severity-a-at-closure/)"
    assert link in kb("check", "--format", "markdown").out


def test_a_report_goes_to_a_file_and_text_to_the_terminal(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    ended = kb("check", "--format", "gitlab", "--output", "quality.json")
    assert json.loads((site / "quality.json").read_text())[0]["check_name"] in ended.out
    assert ended.out.startswith(FOUND)
    assert ended.err == "1 record: 1 error\n"
    assert kb("check", "--output", "found.txt").out == (site / "found.txt").read_text()


def test_a_report_that_cannot_be_written_ends_with_2(kb: Kb) -> None:
    ended = kb("check", "--output", "nowhere/found.txt")
    assert ended == Ended(2, "", "kb: nowhere/found.txt: No such file or directory\n")


def test_statistics_count_by_rule(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    write_case("CASE-000418", "severity: A\nstate: Active")
    ended = kb("check", "--statistics")
    assert ended.out == (
        "       2  error    severity-a-at-closure\n       1  error    state-not-closed\n"
    )
    assert ended.code == 1
    assert json.loads(kb("check", "--statistics", "--json").out)[0] == {
        "rule": "severity-a-at-closure",
        "severity": "error",
        "count": 2,
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "kb: nowhere: no such file or folder\n"),
        (["content", "site.txt"], "kb: site.txt: no such file or folder\n"),
        (
            ["content/taxonomy"],
            "kb: content/taxonomy: no folder `cases` in it; name the folder that holds the records\n",
        ),
        (
            ["content", "content/cases"],
            "kb: content/cases: a second folder; name one content folder, or files\n",
        ),
        (["mkdocs.yml"], "kb: mkdocs.yml: not below the content folder content\n"),
        (["--since", "main"], "kb: content: is in no git repository\n"),
        (
            ["--since", "--output=x"],
            "kb: `--output=x` is no revision; name a branch, a tag or a commit\n",
        ),
        (["--baseline", "none.json"], "kb: none.json: No such file or directory\n"),
        (
            ["--explain", "severity-at-closure"],
            "kb: no rule `severity-at-closure`; did you mean `severity-a-at-closure`?\n",
        ),
        (
            ["--statistic"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: No such option '--statistic'. Did you mean '--statistics'?\n",
        ),
        (
            [PATH, "--since", "main"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --since finds the files itself; name none.\n",
        ),
        (
            ["--json", "--format", "sarif"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --json and --format sarif are two formats; name one.\n",
        ),
        (
            ["--statistics", "--output", "found.txt"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: --statistics prints text or JSON alone; leave the rest out.\n",
        ),
        (
            [PATH, "--write-baseline"],
            "Usage: kb check [OPTIONS] [FOLDER | FILE...]\nTry 'kb check --help' for help.\n\n"
            "Error: A baseline is made from all records; leave files and --since out.\n",
        ),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_to_do(
    kb: Kb, arguments: list[str], message: str
) -> None:
    assert kb("check", *arguments) == Ended(2, "", message)


def test_without_mkdocs_yml_a_folder_must_be_named(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert kb("check") == Ended(
        2,
        "",
        "kb: no mkdocs.yml here; go to the folder that has one, or name it with --config-file\n",
    )
    assert kb("check", "content").code == 0


def test_an_unknown_rule_in_the_settings_ends_with_2(kb: Kb) -> None:
    settings({"severity-a-at-closing": "off"})
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert "`severity-a-at-closing`" in ended.err
    assert "did you mean `severity-a-at-closure`?" in ended.err


def test_an_unreadable_mkdocs_yml_ends_with_2(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").write_text("a: [")
    ended = kb("check")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("kb: mkdocs.yml: cannot be read: ")


LEFT_OUT = "not judged without all records: "


def without_note(ended: Ended) -> Ended:
    """The same without the line that names the rules that were not run."""
    note, rest = ended.err.split("\n", 1)
    assert note.startswith(LEFT_OUT) and "unused-picture" in note
    return Ended(ended.code, ended.out, rest)


def test_files_alone_are_judged_and_none_beside_them(kb: Kb) -> None:
    write_example(BAD, Path("content"))
    file = write_case("CASE-000418", "related:\n  - CASE-000417")
    ended = without_note(kb("check", str(file)))
    assert (ended.code, ended.err) == (0, "1 file: 1 warning\n")
    assert ended.out.startswith(f"{file}:3:5: warning[one-sided-relation] ")
    both = without_note(kb("check", str(file), str(Path(PATH).absolute())))
    assert (both.code, both.err) == (1, "2 files: 1 error, 1 warning\n")


def test_files_can_be_named_with_the_folder_they_are_in(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert without_note(kb("check", "content", PATH)).err == "1 file: no findings\n"


def test_only_what_has_changed_since_a_revision_is_judged(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    commit(site)
    assert without_note(kb("check", "--since", "HEAD")) == Ended(0, "", "0 files: no findings\n")
    file = write_case("CASE-000418", "severity: A")
    ended = without_note(kb("check", "--since", "main"))
    assert (ended.code, ended.err) == (1, "1 file: 1 error\n")
    assert ended.out.startswith(f"{file}:2:11: error[severity-a-at-closure] ")


def test_what_a_change_makes_wrong_elsewhere_is_told_too(kb: Kb, site: Path) -> None:
    gone = write_case("CASE-000418", "related:\n  - CASE-000417")
    write_example(Example("related:\n  - CASE-000418\nseverity: A"), Path("content"))
    commit(site)
    gone.unlink()
    ended = without_note(kb("check", "--since", "HEAD"))
    assert (ended.code, ended.err) == (1, "0 files: 1 error\n")
    assert ended.out.startswith(f"{PATH}:3:5: error[unknown-related] there is no record `CASE-0004")


@pytest.mark.parametrize("changed", ["mkdocs.yml", "content/taxonomy/products.yml"])
def test_where_what_records_are_judged_by_has_changed_all_are(
    kb: Kb, site: Path, changed: str
) -> None:
    write_example(BAD, Path("content"))
    commit(site)
    with (site / changed).open("a") as file:
        file.write("\n")
    ended = kb("check", "--since", "HEAD")
    assert (ended.code, ended.err) == (
        1,
        f"{changed} has changed, so every record is checked\n1 record: 1 error\n",
    )


def test_where_a_repository_in_the_content_folder_has_changed_all_records_are_judged(
    kb: Kb, site: Path
) -> None:
    commit(site)
    write_example(BAD, Path("content/cases/inner"))
    commit(Path("content/cases/inner"))
    ended = kb("check", "--since", "HEAD")
    assert ended.err == (
        "content/cases/inner has changed, so every record is checked\n2 records: 1 error\n"
    )


def test_old_findings_stay_out_of_sight_and_new_ones_do_not(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    written = kb("check", "--write-baseline")
    assert written == Ended(0, "", "1 finding written to .kb-baseline.json\n")
    assert kb("check") == Ended(
        0, "", "1 finding in .kb-baseline.json not shown\n1 record: no findings\n"
    )
    write_case("CASE-000418", "severity: A")
    ended = kb("check")
    assert ended.code == 1
    assert ended.out.startswith("content/cases/CASE-000418.md:2:11: error[severity-a-at-closure]")


def test_a_baseline_can_only_shrink(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    kb("check", "--write-baseline")
    again = kb("check", "--write-baseline")
    assert again == Ended(
        2,
        "",
        "kb: .kb-baseline.json: is there already, and can only shrink; --update-baseline takes "
        "out of it what is no longer found\n",
    )
    write_case("CASE-000418", "severity: A")
    assert kb("check", "--update-baseline").code == 1
    write_example(Example(), Path("content"))
    (site / "content/cases/CASE-000418.md").unlink()
    assert kb("check") == Ended(
        1,
        "",
        ".kb-baseline.json holds 1 finding no longer there; --update-baseline takes out of it:\n"
        f"  {PATH}: severity-a-at-closure\n1 record: no findings\n",
    )
    updated = kb("check", "--update-baseline")
    assert updated == Ended(
        0, "", "1 finding taken out of .kb-baseline.json\n1 record: no findings\n"
    )
    assert kb("check") == Ended(0, "", "1 record: no findings\n")


def test_of_a_few_files_only_their_own_entries_can_be_stale(kb: Kb, site: Path) -> None:
    write_example(BAD, Path("content"))
    file = write_case("CASE-000418")
    commit(site)
    kb("check", "--write-baseline", "--baseline", "old.json")
    write_example(Example(), Path("content"))
    assert without_note(kb("check", "--baseline", "old.json", str(file))).code == 0
    assert kb("check", "--baseline", "old.json", "--since", "HEAD").code == 1


def test_a_rule_is_explained_with_the_severity_that_it_has_here(kb: Kb) -> None:
    settings({"severity-a-at-closure": "hint"})
    told = kb("check", "--explain", "severity-a-at-closure").out
    rule = rule_named("severity-a-at-closure")
    assert rule is not None
    assert told.startswith(
        "severity-a-at-closure (hint here, error by default) · Closing a case\n"
        "A case that is closed while its severity is still A.\n"
    )
    assert "\nStep of the procedure: content/procedures/case-closure.md#lower-severity\n" in told
    assert "\n    severity: A\n    …\n" in told
    assert f"\n  {FOUND.removeprefix('content/cases/')}" in told
    assert "# kb: ignore[severity-a-at-closure] reason" in told
    assert " ".join(rule.reason.split()) in " ".join(told.split())


def test_a_rule_is_explained_where_there_is_no_site(kb: Kb, site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    told = kb("check", "--explain", "broken-front-matter")
    assert told.code == 0
    assert told.out.startswith("broken-front-matter (error) · Form of a record\n")


def test_every_rule_can_be_explained_without_a_control_character(kb: Kb) -> None:
    for rule in all_rules():
        for line in explained(rule.name):
            assert line.replace("\x1b[", "").isprintable() or not line, rule.name
            assert len(line) < 400, rule.name


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
