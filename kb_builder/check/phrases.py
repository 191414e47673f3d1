"""Phrases that betray notes which are not written, or which send the reader elsewhere.

Support texts are full of mails, attachments, chats and tickets, so a phrase counts only where it
cannot be about the product: as a clause of its own, and not as the object of "you can see".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.prose import CODE, prose

Stretch = tuple[int, int]
"""Start and end of a phrase in the text."""


def is_empty(text: str) -> bool:
    """Whether nothing would be read: only blanks, comments and signs of Markdown."""
    return not any(character.isalnum() or character == CODE for character in prose(text))


def placeholders(text: str) -> Iterator[Stretch]:
    """The phrases that stand for a text still to be written."""
    if _ALL_PLACEHOLDER.fullmatch(text):
        start = len(text) - len(text.lstrip())
        yield start, len(text.rstrip())
        return
    for match in _PLACEHOLDER.finditer(prose(text)):
        yield match.span(match.lastgroup or 0)


def references_elsewhere(text: str) -> Iterator[Stretch]:
    """The phrases that send the reader to what only the people of the case have."""
    for match in _ELSEWHERE.finditer(_WRAP.sub(" ", prose(text))):
        yield match.span(match.lastgroup or 0)


_ALL_PLACEHOLDER = re.compile(
    r"""[\W_]*(?:
        to\ ?do | tb[acd] | fix\ ?me | x{2,} | n/?a | not\ applicable | placeholder | lorem\ ipsum
        | fill\ (?:me\ )?in | to\ be\ (?:added|completed|defined|determined|done|filled\ in)
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)

_MARK = r"(?:TODO|TBD|FIXME)\b(?![-_/.]\w)"
_TO_WRITE = (
    r"(?:fill[ ](?:this[ ])?in|describe|to[ ]be[ ](?:added|completed|defined|determined|filled))\b"
)
# The capitals count at the edge of a clause only: within one they may be a word of a program.
_PLACEHOLDER = re.compile(
    rf"""
    (?:^[ \t>*_+-]*|[:;,.(\[–—][ ]?)(?P<first>{_MARK})
    | \b(?P<last>{_MARK})(?=[ ]*(?:[:;,.!?)\]]|$))
    | (?i:\blorem[ ]ipsum\b
        | <{_TO_WRITE}[^<>\n]{{0,200}}>
        | \[{_TO_WRITE}[^][\n]{{0,200}}\](?![\[(:])
    )
    """,
    re.MULTILINE | re.VERBOSE,
)

# In the patterns below a blank stands for blanks and at most one line end.
_GAP = r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)"

# The end of a long line that the next one continues, where neither a clause ends nor one starts.
_WRAP = re.compile(r"(?<=[^\n]{40})\n(?=[ \t]*[a-z])")

# A clause starts here, or after a word that only leads to a reference.
_START = (
    r"(?:^[\x20\t>]*(?:(?:[-*+]|\d{1,9}[.)])[\x20\t]+)?|[.,;:!?(\[–—] ?"
    r"|\b(?:please|pls|kindly|details|info|information|message) )[*_\"]*"
)
# It ends here, or goes on in a way that only tells which mail it was and what it is good for.
_END = (
    r"[*_\"]*(?:(?=[\x20\t]*(?:[.,;:!?)\]–—]|$))"
    r"|(?= (?:from|of|dated|on|sent|to) (?:\d|yesterday\b|today\b|the customer\b|customer\b)"
    r"| (?:for|with) (?:all |of |more |further |the )*"
    r"(?:details|info|information|steps|resolution|solution)\b"
    r"| (?:below|above|in (?:the |this )?case)(?= for\b|[\x20\t]*(?:[.,;:!?)\]–—]|$))"
    r"| with (?-i:[A-Z])\w"
    r"| #?\d))"
)
_WHICH = (
    r"(?:(?:the|my|his|her|our|your|this|customer['’]s|last|latest|previous|earlier|original"
    r"|attached|enclosed|internal|first|second) ){0,3}"
)
_CASE_NOTES = r"(?:case|ticket|incident) (?:notes?|logs?|history|(?:e-?)?mails?|thread|comments?)"
# These are of the case: they count however the sentence goes on, unless it is their noun that does.
_OURS = (
    r"(?:case (?:notes?|logs?)|(?:SR|ticket) notes?|CASE-\d+ notes?"
    r"|notes? in (?:the |this )?(?:case|ticket))"
)
_CORRESPONDENCE = (
    r"(?:(?:e-?)?mails?(?: (?:thread|chain|conversation|history))?|ticket"
    rf"|{_CASE_NOTES}|(?:(?:teams|slack|skype) )?(?:chat|conversation)(?: (?:thread|history|log))?)"
)
_CALL = r"(?:phone ?call|call|phone|remote session|(?:teams |online )?meeting)"
_BY_WHICH = rf"(?:in|on|by|via|over|during) {_WHICH}(?:{_CORRESPONDENCE}|{_CALL})"
_WITH_WHOM = r"(?: with (?:the )?(?:customer|user|case owner|you|him|her|them))?"
_TOLD = r"solved|resolved|fixed|answered|explained|discussed|described|documented|noted|clarified"
_WHAT = (
    r"(?:details?|steps|solution|fix|resolution|workaround|cause|analysis|answer|explanation"
    r"|findings|logs?|traces?|everything(?: else)?|rest)"
)

_SEE = (
    r"(?:see(?: also)?|refer to|cf\.?|check|look at|as (?:described|explained|stated) in)"
    rf" {_WHICH}(?:{_CORRESPONDENCE}|attachment|attached"
    r"(?: (?:logs?|traces?|files?|documents?|e-?mails?|screen ?shots?|pictures?|notes?))?)"
)
_TOLD_THERE = (
    rf"(?:(?:the |all |more |further |full )*{_WHAT} (?:(?:is|are|was|were) )?"
    rf"(?:(?:{_TOLD}|given|sent|shared|posted|provided) )?(?:to (?:the )?customer )?"
    rf"|(?:{_TOLD}){_WITH_WHOM} ){_BY_WHICH}"
)
_SEE_NOTE = (
    rf"see (?:{_CASE_NOTES}|ticket|attachment|screen ?shot(?! (?:below|above))"
    r"|(?:(?:the )?(?:previous|original) )?case(?! #?\d))"
)
_SEE_OURS = rf"(?:see|refer to|check|look at) {_WHICH}{_OURS}"
_IN_OURS = rf"(?:as per|per|is in|are in) {_WHICH}{_OURS}"
_GOES_ON = r"(?=[*_\"]*(?:[\x20\t]*(?:[.,;:!?)\]–—]|$)| (?:about|by|for|from|of|on|to|with)\b))"
_AS_SAID = (
    rf"as (?:discussed|agreed|spoken|talked about){_WITH_WHOM}(?: {_BY_WHICH})?"
    rf"|as (?:(?:I|we) )?(?:mentioned|described|explained|said|wrote) {_BY_WHICH}"
)
_PER = (
    rf"(?:as )?per (?:(?:the|my|his|her|our|your) {_WHICH}(?:{_CORRESPONDENCE}|{_CALL})"
    rf"|{_CASE_NOTES})|as per (?:{_CORRESPONDENCE}|{_CALL})"
)

# Without a "the" no policy or setting of that name is meant, where a sentence goes on after it.
_PER_NOW = rf"as per (?:{_CORRESPONDENCE}|{_CALL})(?= (?:the|this|we|they|customer|user)\b)"

_ELSEWHERE = re.compile(
    (
        rf"(?:{_START}(?P<clause>{_SEE}|{_TOLD_THERE})"
        rf"|\b(?P<anywhere>{_SEE_NOTE}|{_AS_SAID}|{_PER}))(?![\w'’-]){_END}"
        rf"|{_START}(?P<ours>{_SEE_OURS}){_GOES_ON}"
        rf"|\b(?P<within>{_IN_OURS}){_GOES_ON}"
        rf"|\b(?P<now>{_PER_NOW})(?![\w'’-])"
    ).replace(" ", _GAP),
    re.IGNORECASE | re.MULTILINE,
)

PATTERNS = {
    "all_placeholder": _ALL_PLACEHOLDER,
    "placeholder": _PLACEHOLDER,
    "elsewhere": _ELSEWHERE,
    "wrap": _WRAP,
}
"""What the browser's twin of this module looks for."""
