from __future__ import annotations

from collections.abc import Callable, Iterator

from kb_builder.check.likeness import know_each_other, likeness
from kb_builder.check.privacy.redaction import redact
from kb_builder.check.rule import Example, Finding, Rule
from kb_builder.check.wording import shown
from kb_builder.index.analyzer import fold, tokens
from kb_builder.index.reading import is_code
from kb_builder.index.text import plain
from kb_builder.model.content import Content
from kb_builder.model.record import Record
from kb_builder.model.settings import Settings
from kb_builder.model.words import quoted

_MOST_SHOWN = 6
_LONGEST_SHOWN = 30
_SHARE_OF_CAUSES = 0.3
"""Records of one product differ in their causes first, however alike they are otherwise."""


def check(content: Content) -> Iterator[Finding]:
    alike = content.once(likeness)
    nearest: dict[int, tuple[float, int]] = {}
    judged = [n for n, record in enumerate(content.records) if record.cause and record.id]
    for pair in alike.alike(judged):
        earlier, later = sorted(pair[:2])
        one, other = content.records[earlier], content.records[later]
        if (
            not (one.withdrawn or other.withdrawn or know_each_other(one, other))
            and alike.share(one.cause, other.cause) >= _SHARE_OF_CAUSES
            and not _differ_in_codes(one, other)
        ):
            nearest[later] = max(nearest.get(later, (0.0, 0)), (pair[2], -earlier))
    for later, (_, negated) in sorted(nearest.items()):
        one, other = content.records[-negated], content.records[later]
        words = _shared_words(one, other, alike.having, content.settings)
        message = (
            f"title, symptom and cause are nearly those of {shown(one.id)}: both have "
            f"{quoted(words)} and more"
        )
        help = (
            "withdraw one of the two in favour of the other, or name each in the other's `related`"
        )
        yield Finding(other.file.span("symptom"), message, help)


def _differ_in_codes(one: Record, other: Record) -> bool:
    """Whether each quotes error codes of its own, so that they are two issues in the same words."""
    ours, theirs = _codes(one), _codes(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _codes(record: Record) -> set[str]:
    words = {fold(token.word) for token in tokens(plain(f"{record.title}\n\n{record.symptom}"))}
    return {word for word in words if is_code(word)}


def _shared_words(
    one: Record, other: Record, having: Callable[[str], int], settings: Settings
) -> list[str]:
    """The rarest words that both have, as the one writes them; none of what is private."""
    theirs = {token.term for token in tokens(_notes(other, settings))}
    ours = tokens(_notes(one, settings))
    words = {token.term: token.word for token in ours if token.term in theirs}
    rarest = sorted(words, key=lambda term: (having(term), term))
    found = dict.fromkeys(words[term] for term in rarest if len(term) <= _LONGEST_SHOWN)
    return list(found)[:_MOST_SHOWN]


def _notes(record: Record, settings: Settings) -> str:
    notes, _ = redact("\n\n".join((record.title, record.symptom, record.cause)), settings)
    return plain(notes)


RULE = Rule(
    name="near-duplicate",
    theme="findable",
    severity="hint",
    summary="A record that says nearly the same as another one",
    reason=(
        "Whoever searches finds two answers and has to read both to see that they are one. Sooner "
        "or later only one of them is kept up to date."
    ),
    step="case-closure#publish-the-record",
    bad=Example(kind="article", files={"cases/CASE-000417.md": "CLEAN"}),
    expected="""\
KB-000108.md:8:10: hint[near-duplicate] title, symptom and cause are nearly those of `CASE-000417`: both have `HID50011`, `address`, `browser`, `changed`, `ends`, `every` and more
  help: withdraw one of the two in favour of the other, or name each in the other's `related`""",
    good=Example(
        "related:\n  - CASE-000417",
        kind="article",
        files={"cases/CASE-000417.md": "---\nrelated:\n  - KB-000108\nFIELDS\n---\n"},
    ),
    check_content=check,
    needs_all_records=True,
)
