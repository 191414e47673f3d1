from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kb_builder.check.markdown.code import code_blocks
from kb_builder.check.markdown.places import Places
from kb_builder.check.markdown.prose import has_html_to_keep
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.smart_signs import ANY_SIGN, Sign, is_command, signs_in, signs_of_line
from kb_builder.check.written import Written, written_texts
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.record import Record
from kb_builder.model.words import quoted

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)([^`\n]+)\1(?!`)")

_Stray = tuple[int, Sign]
"""A sign and the line it stands on, from 0."""


def check(record: Record, content: Content) -> Iterator[Finding]:
    if not ANY_SIGN.search(record.file.text):
        return
    written = {text.field: text for text in written_texts(record)}
    for field, text in record.markdown().items():
        places = Places(record, field, text)
        for strays in _strays(text):
            for is_safe in (True, False):
                alike = [stray for stray in strays if (len(stray[1].meant) == 1) == is_safe]
                if alike:
                    yield _finding(alike, is_safe, places, written.get(field))


def _finding(
    strays: list[_Stray], is_safe: bool, places: Places, written: Written | None
) -> Finding:
    line, first = strays[0]
    message = f"`{first.sign}` stands in code, where programs do not know it"
    help = f"write {quoted(filter(None, first.meant)).replace(', ', ' or ')}"
    if written is None:
        start = places.starts[line] + first.column
        return Finding(places.span(start, start + 1), message, help)
    spans = [written.span(at, sign.column, sign.column + 1) for at, sign in strays]
    edits = [Edit(span, sign.meant[0]) for span, (_, sign) in zip(spans, strays, strict=True)]
    return Finding(spans[0], message, help, tuple(edits) if is_safe else ())


def _strays(text: str) -> Iterator[list[_Stray]]:
    """The signs of each block of code and of each command in a line of the text."""
    if not ANY_SIGN.search(text) or has_html_to_keep(text):
        return
    lines = text.split("\n")
    code: set[int] = set()
    for block in code_blocks(text):
        code.update(range(block.start - block.is_fenced, block.end))
        found = signs_in(lines[block.start : block.end], block.language)
        if found:
            yield [(block.start + line, sign) for line, signs in found.items() for sign in signs]
    for number, line in enumerate(lines):
        if number in code or not ANY_SIGN.search(line):
            continue
        for span in _CODE_SPAN.finditer(line):
            if ANY_SIGN.search(span[2]) and is_command(span[2]):
                signs = signs_of_line(span[2]) or []
                shift = span.start(2)
                strays = [(number, replace(sign, column=shift + sign.column)) for sign in signs]
                if strays:
                    yield strays


RULE = Rule(
    name="smart-quotes-in-code",
    theme="form",
    severity="warning",
    summary="A quote or dash of a word processor in a command or in code",
    reason=(
        'Word processors and mail programs put `“` for `"` and `–` for `-`. Whoever copies the '
        "command gets an error that nothing on the page explains, or worse, another command. What "
        "is quoted as seen, such as a message or a log, is left as it is."
    ),
    step="case-closure#good-resolution",
    fixable=True,
    bad=Example(body="\n```powershell\nGet-Mailbox –Identity “Zoë Brandt”\n```\n"),
    expected="""\
CASE-000417.md:34:13: warning[smart-quotes-in-code] `–` stands in code, where programs do not know it
  help: write `-`""",
    good=Example(
        body='\n```powershell\nGet-Mailbox -Identity "Zoë Brandt"\n```\n\n'
        "```text\nThe mailbox “Zoë Brandt” can’t be found – check the name\n```\n"
    ),
    check_record=check,
)
