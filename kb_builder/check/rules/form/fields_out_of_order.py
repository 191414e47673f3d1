from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.load.positioned_yaml import compose
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Edit
from kb_builder.model.fields import FIELDS
from kb_builder.model.record import Record
from kb_builder.model.source import SourceFile
from kb_builder.model.span import Span

_RANKS = {field.name: rank for rank, field in enumerate(FIELDS)}


def check(record: Record, content: Content) -> Iterator[Finding]:
    fields = record.file.fields or {}
    known = [name for name in fields if name in _RANKS]
    for above, name in pairwise(known):
        if _RANKS[name] < _RANKS[above]:
            message = f"`{name}` stands below `{above}`"
            help = "`kb fix` puts the fields in the order of the list of fields"
            edits = _edits(record.file, list(fields))
            yield Finding(record.file.key_span(name), message, help, edits)
            return


def _edits(source: SourceFile, names: list[str]) -> tuple[Edit, ...]:
    """The edit that puts all fields in order; none where they do not stand one below the other."""
    starts = _starts(source, names)
    is_cut_short = not source.body and not source.text.endswith("\n")
    last = source.body_line - (not is_cut_short)
    if 0 in starts or any(start >= after for start, after in pairwise((*starts, last))):
        return ()
    stretches = pairwise((*starts, last))
    chunks = ["".join(f"{line}\n" for line in source.lines[a - 1 : b - 1]) for a, b in stretches]
    ranks: list[int] = []
    for name in names:
        # A field that is not known stays below the one above it.
        ranks.append(_RANKS.get(name, ranks[-1] if ranks else -1))
    order = sorted(range(len(names)), key=ranks.__getitem__)
    text = "".join(chunks[number] for number in order)
    before = "".join(f"{line}\n" for line in source.lines[1 : starts[0] - 1])
    if compose(before + text, source.path).value != source.fields:
        return ()
    return (Edit(Span(source.path, starts[0], 1, last, 1), text),)


def _starts(source: SourceFile, names: list[str]) -> list[int]:
    """The line on which each field starts, with the comments right above it; 0 where it has none."""
    starts = []
    for name in names:
        key = source.key_span(name)
        line = key.line if key.column == 1 else 0
        while line > 2 and source.lines[line - 2].startswith("#"):
            line -= 1
        starts.append(line)
    return starts


RULE = Rule(
    name="fields-out-of-order",
    theme="form",
    severity="hint",
    summary="Fields in another order than that of the list of fields",
    reason=(
        "Whoever reviews a record looks for each field where it stands in all others. Two versions "
        "of a record can be compared line by line only where both keep the same order."
    ),
    step="case-closure#publish-the-record",
    fixable=True,
    bad=Example(
        "kind: case\nid: CASE-000417",
        settings={"rules": {"fields-out-of-order": "hint"}},
    ),
    expected="""\
CASE-000417.md:3:1: hint[fields-out-of-order] `id` stands below `kind`
  help: `kb fix` puts the fields in the order of the list of fields""",
    good=Example(
        "id: CASE-000417\nkind: case", settings={"rules": {"fields-out-of-order": "hint"}}
    ),
    check_record=check,
)
