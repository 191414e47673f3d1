from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(content: Content) -> Iterator[Finding]:
    for record in content.records:
        successor = _successor(record, content.by_name)
        if not successor or not successor.withdrawn:
            continue
        last = _last(record, content.by_name)
        if last is record:
            continue  # The succession goes in a circle, which is another rule's matter.
        help = "name a record that holds, or leave `superseded_by` out"
        if not last.withdrawn:
            help = f"name {shown(last.id)}, which holds now"
        span = record.file.span("withdrawn", "superseded_by")
        yield Finding(span, f"{shown(successor.id)} is withdrawn too", help)


def _successor(record: Record, by_name: Mapping[str, Record]) -> Record | None:
    return by_name.get(record.withdrawn.superseded_by) if record.withdrawn else None


def _last(record: Record, by_name: Mapping[str, Record]) -> Record:
    """Where the successors of a record end, or the first of them that was met before."""
    met: set[str] = set()
    while record.id not in met:
        met.add(record.id)
        successor = _successor(record, by_name)
        if not successor:
            break
        record = successor
    return record


RULE = Rule(
    name="superseded-by-withdrawn",
    theme="life",
    summary="A withdrawn record whose successor is withdrawn as well",
    reason=(
        "A reader who is sent on from what no longer holds trusts what they are sent to. Here they "
        "arrive at the next warning, and perhaps at the next."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "withdrawn:\n  on: 2026-03-10\n  reason: The case holds the whole story.\n"
        "  superseded_by: CASE-000417",
        kind="collaboration",
        files={
            "cases/CASE-000417.md": "---\nwithdrawn:\n  on: 2026-03-12\n"
            "  reason: Since Halyard Mail 7.4 the address follows by itself.\nFIELDS\n---\n"
        },
    ),
    expected="""\
COLLAB-000032.md:5:18: error[superseded-by-withdrawn] `CASE-000417` is withdrawn too
  help: name a record that holds, or leave `superseded_by` out""",
    good=Example(
        "withdrawn:\n  on: 2026-03-10\n  reason: The case holds the whole story.\n"
        "  superseded_by: CASE-000417",
        kind="collaboration",
    ),
    check_content=check,
)
