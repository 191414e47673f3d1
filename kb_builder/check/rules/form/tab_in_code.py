from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.markdown.code import code_blocks
from kb_builder.check.markdown.prose import has_html_to_keep
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.written import Written, written_texts
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.record import Record

_LANGUAGES = frozenset({
    "powershell", "ps", "ps1", "pwsh", "bat", "batch", "cmd", "dos", "bash", "sh", "shell", "zsh",
    "json", "jsonc", "xml", "html", "css", "sql", "kql", "kusto", "python", "py", "javascript",
    "js", "typescript", "ts", "vb", "vbscript", "csharp", "cs",
})  # fmt: skip
"""In which a tab at the start of a line is four blanks to the program: not so in a makefile or a table."""
_TEXTS = re.compile(r"""<<|@["']|\"""|'''|`$|`.*\$\{|<pre\b|CDATA""")
"""Marks of texts of several lines, in which a tab is part of the text."""
_WIDTH = 4


def check(record: Record, content: Content) -> Iterator[Finding]:
    if "\t" not in record.file.text:
        return
    for text in written_texts(record):
        if "\t" not in text.text or has_html_to_keep(text.text):
            continue
        lines = text.lines
        for block in code_blocks(text.text):
            if block.is_fenced and block.language in _LANGUAGES:
                yield from _in_block(text, lines, block.start, block.end)


def _in_block(text: Written, lines: list[str], start: int, end: int) -> Iterator[Finding]:
    """The tabs that indent; none where blanks indent, too, for then their width is not known."""
    edits = []
    columns: set[int] = set()  # at which the tabs start: those of a list item that holds the block
    deepest = 0
    for number in range(start, end):
        line = lines[number]
        if _TEXTS.search(line):
            return
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        first = indent.find("\t")
        if indent == line:
            continue
        if first < 0:
            deepest = max(deepest, len(indent))
            continue
        if indent[first:].strip("\t"):
            return
        columns.add(first)
        blanks = " " * (_WIDTH * (len(indent) - first))
        edits.append(Edit(text.span(number, first, len(indent)), blanks))
    if edits and len(columns) == 1 and deepest <= max(columns):
        count = len(edits)
        message = (
            "a tab indents a line of code" if count == 1 else f"tabs indent {count} lines of code"
        )
        help = f"indent with {_WIDTH} blanks for each, or let `kb fix` do it"
        yield Finding(edits[0].span, message, help, tuple(edits))


RULE = Rule(
    name="tab-in-code",
    theme="form",
    severity="hint",
    summary="Code that is indented by tabs",
    reason=(
        "A tab is two, four or eight columns wide, as the program pleases, and pasted into a "
        "terminal it completes a name instead of indenting. Where a tab means something, as in a "
        "makefile, a table or a log, it stays."
    ),
    step="case-closure#good-resolution",
    fixable=True,
    bad=Example(body='\n```json\n{\n\t"retry": 3\n}\n```\n'),
    expected="""\
CASE-000417.md:35:1: hint[tab-in-code] a tab indents a line of code
  help: indent with 4 blanks for each, or let `kb fix` do it""",
    good=Example(body='\n```json\n{\n    "retry": 3\n}\n```\n\n```make\nall:\n\techo done\n```\n'),
    check_record=check,
)
