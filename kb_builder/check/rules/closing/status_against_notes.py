from __future__ import annotations

from collections.abc import Iterator

from kb_builder.check.markdown.places import Places
from kb_builder.check.phrases.open_ends import open_ends
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.model.content import Content
from kb_builder.model.record import Record


def check(record: Record, content: Content) -> Iterator[Finding]:
    """Cases only: a collaboration is closed by its own question, while the case may stay open."""
    status = content.taxonomy.status(record.status)
    if record.kind != "case" or not status or status.needs_reason:
        return
    for field in ("cause", "resolution", "workaround"):
        text = getattr(record, field)
        for start, end in open_ends(text):
            message = f"the status is `{status.name}`, and the notes say {shown(text[start:end])}"
            help = "choose the status that says what is left open, or write what has resolved it"
            yield Finding(Places(record, field, text).span(start, end), message, help)
            return


RULE = Rule(
    name="status-against-notes",
    theme="closing",
    severity="warning",
    summary="A status that says resolved over notes that say it is not",
    reason=(
        "Nobody looks again at what is Resolved: the product team does not count it as waiting, and "
        "when the fix comes, nobody tells this customer. The next reader tries steps that end in "
        "waiting."
    ),
    step="case-closure#set-state-and-status",
    bad=Example(
        "status: Resolved\nresolution: |\n"
        "  The reply address is reset by every update. This will be fixed in the next release of\n"
        "  Halyard Identity; the customer waits for it."
    ),
    expected="""\
CASE-000417.md:4:52: warning[status-against-notes] the status is `Resolved`, and the notes say `will be fixed in the next release`
  help: choose the status that says what is left open, or write what has resolved it""",
    good=Example(
        "status: Waiting for product fix\n"
        "status_reason: Halyard Identity 9.3 will keep the address (defect HID-2217).\n"
        "resolution: |\n"
        "  The reply address is reset by every update. This will be fixed in the next release of\n"
        "  Halyard Identity; until then, register it again after each update."
    ),
    check_record=check,
)
