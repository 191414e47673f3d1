"""Phrases by which a cause or a resolution tells a workaround."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import GAP, Stretch, each


def workarounds(text: str) -> Iterator[Stretch]:
    """The first phrase that introduces one; one that is said to be missing is none."""
    for stretch in each(text, WORKAROUND, _NEEDED, within_paragraphs=True):
        yield stretch
        return


_NEEDED = ("around", "temporary", "interim", "gap", "w/a", "meantime", "until", "till")

# A workaround of which it is said that there is none, or that it was undone.
_NOT_DENIED = (
    r"(?<!\bno )(?<!\bnot )(?<!n['’]t )(?<!without )(?<!remove )(?<!removed )(?<!undo )"
    r"(?<!instead of )(?<!\bor )"
)
_WHICH = r"(?:temporary|interim|possible|simple|quick|following|known|suggested|only)"

_WHO = r"(?:(?:the )?(?:customers?|users?)|we|you|they)"
_MENDED = (
    r"(?:fix|hot ?fix|patch|issue|problem|bug|defect) (?:is|has been|gets) "
    r"(?:available|corrected|deployed|fixed|published|released|resolved|solved)"
)

WORKAROUND = re.compile(
    _NOT_DENIED
    + (
        r"\b(?:"
        r"(?:to|can|could|may) work around (?:it|this|that|the|these|such)\b"
        r"|(?:can|could|may) be worked around\b"
        r"|worked around (?:it|this|that|the)(?: (?:issue|problem|error|limit))? (?:by|with)\b"
        rf"|as an? (?:{_WHICH} )?work-?around\b"
        rf"|(?:a|an|the|this|as|following|by|use|used|using|applied|provided|{_WHICH}) "
        rf"(?:{_WHICH} )?work-?around\b(?! (?:does|did|is|was) (?:not|no)\b)"
        r"|as an? (?:temporary|interim|stop-?gap) (?:measure|solution|fix)\b"
        r"|(?:temporary|interim) (?:solution|fix)(?:[*_]*:| (?:is|was|provided|applied)\b)"
        r"|work-?around (?:was|is|has been) (?:applied|provided|given|implemented|in place)\b"
        r"|(?:work-?around|w/a)[*_]*:"
        rf"|in the meantime,? (?:please |{_WHO} (?:can|could|may|should) )?(?:use(?! of\b)|work with|switch to)\b"
        rf"|(?:until|till) (?:the|a|this|that) {_MENDED},? (?:please )?(?:use(?! of\b)|work with|switch to)\b"
        r")"
    ).replace(" ", GAP),
    re.IGNORECASE,
)
