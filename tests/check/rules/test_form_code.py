"""Blanks, tabs and signs of word processors: found where they harm, left where they mean something."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kb_builder.check import Example
from kb_builder.check.markdown.code import CodeBlock, code_blocks
from kb_builder.check.smart_signs import is_command, signs_in, signs_of_line

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


def block(language: str, *lines: str) -> Example:
    return Example(body="\n" + "\n".join((f"```{language}", *lines, "```")) + "\n")


def plain(line: str, *, is_powershell: bool = False) -> str | None:
    """The line with each sign replaced by what is meant; `?` where that is not certain."""
    signs = signs_of_line(line, is_powershell=is_powershell)
    if signs is None:
        return None
    letters = list(line)
    for sign in signs:
        letters[sign.column] = sign.meant[0] if len(sign.meant) == 1 else "?"
    return "".join(letters)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Get-Mailbox –Identity “Zoë”", 'Get-Mailbox -Identity "Zoë"'),
        ("Get-Mailbox | Set-Mailbox —Force", "Get-Mailbox | Set-Mailbox -Force"),
        ("Set-Policy –Identity Global–PolicyEntry", "Set-Policy -Identity Global-PolicyEntry"),
        ("setspn –q host/fs01", "setspn -q host/fs01"),
        ("git commit –amend", "git commit ?amend"),
        ("git commit —help", "git commit ?help"),
        ("grep ‘don’t’ log.txt", "grep 'don’t' log.txt"),
        ("echo „a“ ‚b‘", "echo \"a\" 'b'"),
        ('“C:\\Program Files\\x.exe" list', '"C:\\Program Files\\x.exe" list'),
        ("echo “open", "echo ?open"),
        ("echo “say ‘x’” now", 'echo "say ‘x’" now'),
    ],
)
def test_a_sign_of_a_word_processor_is_told_with_what_is_meant(line: str, meant: str) -> None:
    assert plain(line) == meant


@pytest.mark.parametrize(
    "line",
    [
        'echo "he said “hi” – and left –Force"',
        "echo 'the “x”'",
        "ls # don’t “quote” –this",
        "SELECT 1 -- the “x” –y",
        "Set-Guid -Id <delegator’s id>",
        "pages 3–5 – and 7",
        "copy a – b",
        'echo "a \\" “b” "',
    ],
)
def test_a_sign_in_a_text_a_comment_or_a_placeholder_may_be_meant(line: str) -> None:
    assert plain(line) == line


def test_a_text_that_is_left_open_may_go_on_and_nothing_is_said_of_its_block() -> None:
    assert plain('echo "open “x” –y') is None
    assert signs_in(["echo –y", 'echo "open'], "sh") == {}
    assert signs_in(["cat <<EOF", "“x” –y", "EOF", "ls –l"], "bash") == {}
    assert signs_in(['$x = @"', "“x”", '"@'], "powershell") == {}


def test_in_a_session_only_what_was_typed_is_judged() -> None:
    lines = ["$ git log –p", "error: “x” – not found", "PS C:\\> Get-Item –Path y", "C:\\>dir –a"]
    assert sorted(signs_in(lines, "console")) == [0, 2]


@pytest.mark.parametrize(
    "language", ["", "text", "log", "output", "markdown", "yaml", "xml", "html"]
)
def test_what_may_be_quoted_as_seen_is_left_alone(language: str, messages: Messages) -> None:
    assert messages(block(language, "Can’t open “x” –y")) == []


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("git commit –m x", True),
        ("Get-Mailbox “Zoë”", True),
        ("$ ls –l", True),
        ("C:\\Windows\\x.exe “a”", True),
        ("The file “x” can’t be opened", False),
        ("Error 5 – access denied", False),
        ("“Sign in”", False),
        ("Get-Mailbox", False),
        ("", False),
    ],
)
def test_a_code_span_is_a_command_only_if_it_has_an_option_or_calls_a_cmdlet(
    span: str, expected: bool
) -> None:
    assert is_command(span) is expected


def test_signs_are_found_in_spans_and_in_every_field_at_their_place(diagnose: Diagnose) -> None:
    cause = "cause: |\n  The old address stayed, as `Get-Address –All` shows on “fs01” – still."
    assert diagnose(Example(cause)) == (
        "CASE-000417.md:3:43: warning[smart-quotes-in-code] "
        "`–` stands in code, where programs do not know it\n"
        "  help: write `-`"
    )


def test_what_is_certain_and_what_is_not_are_two_findings(messages: Messages) -> None:
    place = "CASE-000417.md:34:"
    assert messages(block("sh", "git log –p –all")) == [
        f"{place}9: warning[smart-quotes-in-code] `–` stands in code, where programs do not know it",
        f"{place}12: warning[smart-quotes-in-code] `–` stands in code, where programs do not know it",
    ]


def test_html_over_several_lines_is_not_taken_for_code(messages: Messages) -> None:
    assert messages(Example(body="<a title='\n`Get-X –Y ‘z’` \n'>x</a>\n")) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("\tif x:", "\t\ty"),
        ("if x:", "\ty", "", "\tz  = 'a\tb'"),
    ],
)
def test_tabs_that_indent_are_one_finding_a_block(
    lines: tuple[str, ...], messages: Messages
) -> None:
    [message] = messages(block("python", *lines))
    assert message.endswith("hint[tab-in-code] tabs indent 2 lines of code")


@pytest.mark.parametrize(
    "example",
    [
        block("make", "all:", "\techo"),
        block("go", "\tx := 1"),
        block("tsv", "\ta\tb"),
        block("text", "Error:", "\tat com.example.Main"),
        block("diff", "\tcontext"),
        block("python", "\tx", "    y"),
        block("python", "    \tx", "\ty"),
        block("python", "\t x"),
        block("bash", "cat <<-EOF", "\tx", "EOF"),
        block("js", "x = `", "\ty", "`"),
        block("python", "x = 'a\tb'  # c\td"),
        block("python", "x", "\t", "y"),
        Example(body="\n\tindented code\n"),
    ],
)
def test_tabs_that_may_mean_something_are_left_alone(example: Example, messages: Messages) -> None:
    assert not [message for message in messages(example) if "tab-in-code" in message]


@pytest.mark.parametrize(
    "body",
    [
        "A hard  \nbreak.\n",
        "A hard  \n\u00a0break.\n",
        "A backslash\\ \nand more.\n",
        "```text\nlog line  \n\n```\n",
        "    code  \n  \n    more\n",
        "Code `a \nb`.\n",
        "<pre>\na \nb </pre>\n",
        "<a title='x \ny'>b</a>\n",
    ],
)
def test_blanks_that_are_seen_or_part_of_code_stay(body: str, messages: Messages) -> None:
    assert not [message for message in messages(Example(body=body)) if "trailing" in message]


@pytest.mark.parametrize(
    ("example", "line", "count"),
    [
        (Example(body="one blank \nat the end\n"), 32, 1),
        (Example(body="the paragraph ends  \n\t\n- item  \n"), 32, 3),
        (Example(body="tab\t\nand \t\n"), 32, 2),
        (Example("tags: [a, \n  b] # c "), 2, 2),
        (Example("workaround: | \n  Use the old address. \n  \ntags: [a]"), 2, 3),
        (Example("title: Sign-in to Halyard Mail fails \n  with HID50011"), 2, 1),
        (Example("# a comment \nowner: \n  mira.k"), 2, 2),
    ],
)
def test_blanks_that_mean_nothing_are_one_finding_a_record(
    example: Example, line: int, count: int, messages: Messages
) -> None:
    said = "the line ends in blanks" if count == 1 else f"{count} lines end in blanks"
    [message] = messages(example)
    assert message.startswith(f"CASE-000417.md:{line}:")
    assert message.endswith(f"hint[trailing-blanks] {said}")


@pytest.mark.parametrize(
    "fields",
    [
        "title: 'Sign-in to Halyard Mail fails \n  with HID50011'",
        "workaround: >\n  Use the old \n  address for now.",
        "tags:\n  - |\n    a \n    b",
        "customer_words:\n  - >-\n    mail is \n    gone",
    ],
)
def test_blanks_in_texts_that_yaml_folds_or_that_are_no_markdown_stay(
    fields: str, messages: Messages
) -> None:
    assert messages(Example(fields)) == []


def test_blocks_of_code_are_found_with_their_language() -> None:
    text = "a\n```PowerShell {x}\nb\n```\n- ~~~\n  c\n\n    d\n    e\n\n~~~~\n"
    assert code_blocks(text) == (
        CodeBlock(2, 3, "powershell", True),
        CodeBlock(5, 10, "", True),
    )
    assert code_blocks("a\n\n    b\n    c\n\n    d\n") == (
        CodeBlock(2, 4, "", False),
        CodeBlock(5, 6, "", False),
    )
    assert code_blocks("```\nopen") == (CodeBlock(1, 2, "", True),)


@pytest.mark.parametrize("part", ["`a –b` ", "“", "–a ", "` ``", "<a ", "' ", " \t"])
def test_a_long_line_takes_no_long_time(part: str, messages: Messages) -> None:
    line = part * (60_000 // len(part))
    started = time.process_time()
    messages(Example(body=f"\n```sh\n{line} \n```\n\n{line} \nx\n"))
    assert time.process_time() - started < 2
