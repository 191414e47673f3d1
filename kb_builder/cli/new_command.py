"""`kb new`."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any, TextIO

import click

from kb_builder.check.fields import KIND_NAMES
from kb_builder.cli.check_report import lines_with_lists
from kb_builder.cli.check_scope import check_files
from kb_builder.cli.keyboard import keyboard
from kb_builder.cli.new_options import COMMON, field_options, parameter
from kb_builder.cli.terminal import examples, stages, style
from kb_builder.drafting.answers import answer, flat, is_empty
from kb_builder.drafting.desk import Desk, DraftError, open_desk
from kb_builder.drafting.draft import Draft
from kb_builder.drafting.filing import file_draft, keep_draft
from kb_builder.drafting.log import Log, read_log
from kb_builder.drafting.questions import questions
from kb_builder.drafting.similar import similar, why
from kb_builder.load import SiteConfig, find_site
from kb_builder.load.content import CASES
from kb_builder.load.source import parse_source
from kb_builder.model.errors import KbError
from kb_builder.model.fields import KINDS, Kind
from kb_builder.report import text
from kb_builder.report.discretion import discreet
from kb_builder.report.excerpt import excerpts
from kb_builder.report.text import one_line

_EXAMPLES = {
    "case": """
kb new case --log error.log
journalctl -u halyard | kb new case --log -
kb new case --product "Halyard Mail" --title "Mail to one partner is deferred"
kb new case --non-interactive --symptom "$(cat symptom.md)" ... < /dev/null
""",
    "collaboration": """
kb new collaboration --case CASE-000417 --log trace.log
""",
    "article": """
kb new article --product "Halyard Mail" --into content/cases/mail
""",
}


@click.group(
    "new",
    epilog=examples("kb new case\nkb new case --log error.log\nkb new article --no-edit"),
)
def command() -> None:
    """Write a new record, a question at a time or by options.

    Asks in the order of the closure procedure, and says at each answer what is wrong with it.
    """


def _subcommand(kind: Kind) -> click.Command:
    name = KIND_NAMES[kind]

    def run(**given: Any) -> int:
        return _run(kind, given)

    made = click.Command(
        kind,
        callback=run,
        params=field_options(kind),
        short_help=f"Write {name}.",
        help=(
            f"Write {name}: what no option gives is asked for, in the order of the procedure.\n\n"
            "Without a terminal nothing is asked, and all that is required must be given: else "
            "nothing is written and the exit code is 2. The file is written whatever the rules "
            "find in it; the exit code is 1 where that is an error."
        ),
        epilog=examples(_EXAMPLES[kind]),
    )
    for add in COMMON:
        add(made)
    return made


def _run(kind: Kind, given: dict[str, Any]) -> int:
    site = find_site(given["config_file"])
    with stages() as progress:
        desk = open_desk(site, progress("Indexing"))
    into = _folder(given["into"], desk)
    draft = _begun(kind, desk, given)
    log = _log(given["log"], desk)
    if log:
        draft = draft.with_log(log)
    asks = not given["non_interactive"]
    with keyboard(wanted=asks, stdin_is_log=str(given["log"]) == "-") as terminal:
        if terminal is None:
            draft = _by_options(draft, desk, log)
        else:
            from kb_builder.cli.questions import StoppedError, ask  # noqa: PLC0415 - slow to load

            try:
                draft = ask(draft, desk, log)
            except StoppedError as stopped:
                _keep(stopped.draft, desk)
                if stopped.__cause__:
                    raise stopped.__cause__ from None
                return 130
        folder = into or desk.folder_of(str(draft.values.get(("product",)) or ""))
        try:
            file = file_draft(draft, desk, folder, given["wanted_id"])
        except (KbError, OSError):
            if terminal is not None:
                _keep(draft, desk)
            raise
        click.echo(str(file))
        _forget(given["resume"], desk)
        if terminal is not None and not given["no_edit"]:
            _edit(file, terminal)
    return _check(site, file)


def _begun(kind: Kind, desk: Desk, given: dict[str, Any]) -> Draft:
    """The draft of the answers that options give, and a draft that was kept."""
    wanted = given["wanted_id"]
    if wanted:
        desk.must_be_free(wanted)
    values: dict[tuple[str, ...], object] = {}
    body = ""
    if given["resume"]:
        data = given["resume"].read_bytes()
        source = parse_source(data, str(given["resume"]), PurePosixPath(given["resume"].name))
        if source.fields is None:
            raise DraftError(f"{given['resume']}: no draft that can be read")
        values, body = flat(source.fields), source.body
    for question in questions(kind):
        typed = given[parameter(question)]
        value = answer(question, list(typed) if question.is_list else [typed or ""])
        if not is_empty(value):
            values[question.key] = value
    return Draft(kind, wanted or desk.free_id(kind), values, body)


def _log(file: Path | None, desk: Desk) -> Log | None:
    """The log, and on standard error what of it was replaced or left out."""
    if file is None:
        return None
    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    log = read_log(data, desk.settings)
    for one in log.replaced:
        times = f" ({one.times} times)" if one.times > 1 else ""
        _say(f"replaced in the log: {one.what}{times} by {one.placeholder}")
    if log.left_out:
        _say(f"left out of the log: {text.counted(log.left_out, 'line')} far from any error")
    if not log.text:
        _say("the log is empty")
    return log


def _by_options(draft: Draft, desk: Desk, log: Log | None) -> Draft:
    if "state" in {question.name for question in questions(draft.kind)}:
        draft = draft.with_answer(("state",), draft.values.get(("state",)) or "Closed")
    if log:
        draft = draft.with_quote(log)
    missing = draft.missing()
    if missing:
        raise click.UsageError(f"nothing is written, for these are missing: {', '.join(missing)}")
    for hit in similar(desk.index, str(draft.values[("symptom",)])):
        name = one_line(hit.card.id or hit.card.path)
        _say(f"similar: {name}  {one_line(hit.card.title)} ({one_line(why(hit))})")
    return draft


def _keep(draft: Draft, desk: Desk) -> None:
    """Keep the answers where no record came of them."""
    if not draft.values:
        _say("stopped; nothing is written")
        return
    file = keep_draft(draft, desk)
    _say(f"no record is written; the answers so far are kept in {file}")
    _say(f"to go on: kb new {draft.kind} --resume {shlex.quote(str(file))}")


def _folder(into: Path | None, desk: Desk) -> PurePosixPath | None:
    """The folder that is named, below the content folder."""
    if into is None:
        return None
    inside, above = into.resolve(), desk.root.resolve()
    if not inside.is_relative_to(above / CASES):
        raise DraftError(f"{into}: not below {desk.root / CASES}, where records stand")
    return PurePosixPath(inside.relative_to(above).as_posix())


def _forget(resumed: Path | None, desk: Desk) -> None:
    """Remove the draft that has become a record."""
    if resumed and resumed.resolve().parent == (desk.cache / "drafts").resolve():
        resumed.unlink()


def _edit(file: Path, terminal: TextIO) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return
    try:
        subprocess.run([*shlex.split(editor), str(file)], stdin=terminal, check=False)  # noqa: S603
    except (OSError, ValueError) as error:
        _say(f"the editor `{editor}` cannot be run: {error}")


def _check(site: SiteConfig, file: Path) -> int:
    """Tell what `kb check` says of the file."""
    checked = check_files(site, [file])
    line_of = lines_with_lists(checked, site)
    found = discreet(checked.findings, checked.findings, line_of)
    for line in text.lines(found, style, excerpts(found, line_of)):
        _say(line)
    _say(f"{file}: {text.summary(found)}")
    return int(any(finding.severity == "error" for finding in found))


def _say(line: str) -> None:
    click.echo(line, err=True)


for _kind in KINDS:
    command.add_command(_subcommand(_kind))
