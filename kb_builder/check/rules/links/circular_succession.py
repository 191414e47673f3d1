from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(content: Content) -> Iterator[Finding]:
    for record in content.records:
        circle = _circle(record, content.by_name)
        if len(circle) > 1:
            span = record.file.span("withdrawn", "superseded_by")
            way = ", then ".join(f"`{other}`" for other in circle)
            message = f"the successors lead back to this record: {way}"
            yield Finding(span, message, "take `withdrawn` out of the one that holds now")


def _circle(record: Record, by_name: dict[str, Record]) -> list[str]:
    """The ids by which the successors of a record lead back to it; empty where they do not."""
    ids: list[str] = []
    other: Record | None = record
    while other and other.withdrawn and other.withdrawn.superseded_by not in ids:
        ids.append(other.withdrawn.superseded_by)
        other = by_name.get(ids[-1])
        if other is record:
            return ids
    return []


RULE = Rule(
    name="circular-succession",
    theme="links",
    summary="Withdrawn records whose successors lead back to them",
    reason=(
        "Each of them sends its reader on to the next, and none of them holds. Whoever follows "
        "comes back to the page on which they started."
    ),
    step="case-closure#publish-the-record",
    bad=Example(
        "withdrawn:\n  on: 2026-03-10\n  reason: The case holds the whole story.\n"
        "  superseded_by: CASE-000417",
        kind="collaboration",
        files={
            "cases/CASE-000417.md": "---\nwithdrawn:\n  on: 2026-03-12\n"
            "  reason: The collaboration explains it better.\n  superseded_by: COLLAB-000032\n"
            "FIELDS\n---\n"
        },
    ),
    expected="""\
CASE-000417.md:5:18: error[circular-succession] the successors lead back to this record: `COLLAB-000032`, then `CASE-000417`
  help: take `withdrawn` out of the one that holds now
COLLAB-000032.md:5:18: error[circular-succession] the successors lead back to this record: `CASE-000417`, then `COLLAB-000032`
  help: take `withdrawn` out of the one that holds now""",
    good=Example(
        "withdrawn:\n  on: 2026-03-10\n  reason: The case came back under another number.\n"
        "  superseded_by: CASE-000417",
        kind="collaboration",
    ),
    check_content=check,
)
