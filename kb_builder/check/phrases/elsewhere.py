"""Phrases that send the reader to what only the people of the case have.

Support texts are full of mails, attachments, chats and tickets, so a phrase counts only where it
cannot be about the product: as a clause of its own, and not as the object of "you can see".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb_builder.check.markdown.prose import prose
from kb_builder.check.phrases.correspondence import (
    BY_WHICH,
    CALL,
    CASE_NOTES,
    CORRESPONDENCE,
    END,
    END_OF_CLAUSE,
    OURS,
    START,
    WHICH,
    WITH_WHOM,
)
from kb_builder.check.phrases.text import GAP, Stretch, each, whole


def references_elsewhere(text: str) -> Iterator[Stretch]:
    """The phrases that send the reader to what only the people of the case have."""
    return iter(_found(text))


@lru_cache(maxsize=32)  # for several rules ask about a text, one after the other
def _found(text: str) -> tuple[Stretch, ...]:
    return tuple(whole(text, ALL_ELSEWHERE)) or tuple(
        each(text, ELSEWHERE, _NEEDED, STARTS, _unwrapped, within_paragraphs=True)
    )


def _unwrapped(text: str) -> str:
    return WRAP.sub(" ", prose(text))


WRAP = re.compile(r"\n(?<=[^\n]{40}\n)(?=[ \t]*[a-z])")
"""The end of a long line that the next one continues, where neither a clause ends nor one starts."""

_TOLD = r"solved|resolved|fixed|answered|explained|discussed|described|documented|noted|clarified"
_WHAT = (
    r"(?:details?|steps|solution|fix|resolution|workaround|cause|analysis|answer|explanation"
    r"|findings|logs?|traces?|everything(?: else)?|rest)"
)
_PICTURE = r"(?:screen ?shots?|pictures?|images?)"
_FILES = (
    rf"(?:logs?|log files?|traces?|files?|documents?|docs?|pdf|e-?mails?|{_PICTURE}"
    r"|notes?|reports?)"
)
_WHOM = r"(?: (?:to|with|for) (?:the )?(?:customer|user|client|case owner|him|her|them))?"

_SEE = (
    r"(?:see(?: also)?|refer(?: to)?|cf\.?|check|look at|as (?:described|explained|stated) in)"
    rf" {WHICH}(?:{CORRESPONDENCE}|attachments?|attached(?: {_FILES})?)"
)
_TOLD_THERE = (
    rf"(?:(?:the |all |more |further |full )*{_WHAT} (?:(?:is|are|was|were) )?(?:(?:the )?same as )?"
    rf"(?:(?:{_TOLD}|given|sent|shared|posted|provided) )?"
    rf"(?:(?:to|with) (?:the )?customer )?"
    rf"|(?:{_TOLD}){WITH_WHOM} ){BY_WHICH}"
)
_SEE_NOTE = (
    rf"see (?:{CASE_NOTES}|ticket|attachment|screen ?shot(?! (?:below|above))"
    r"|(?:(?:the )?(?:previous|original) )?case(?! #?\d))"
)
_SEE_OURS = rf"(?:see|refer to|check|look at) {WHICH}{OURS}"
_IN_OURS = rf"(?:as per|per|is in|are in) {WHICH}{OURS}"
_GOES_ON = rf"(?=[*_\"]*(?:{END_OF_CLAUSE}| (?:about|by|for|from|of|on|to|with)\b))"
_AS_SAID = (
    rf"as (?:discussed|agreed|spoken|talked about){WITH_WHOM}(?: {BY_WHICH})?"
    rf"|as (?:(?:I|we) )?(?:mentioned|described|explained|said|wrote){_WHOM} {BY_WHICH}"
    rf"|as per (?:the |our |my )?(?:discussion|conversation|call|chat)"
    rf" with (?:the )?(?:customer|user|client|case owner)"
)
_PER = (
    rf"(?:(?:as )?per|according to) (?:(?:the|my|his|her|our|your) {WHICH}(?:{CORRESPONDENCE}|{CALL})"
    rf"|{CASE_NOTES})|as per (?:{CORRESPONDENCE}|{CALL})"
)
# Without a "the" no policy or setting of that name is meant, where a sentence goes on after it.
_PER_NOW = rf"as per (?:{CORRESPONDENCE}|{CALL})(?= (?:the|this|we|they|customer|user)\b)"

_AS_SAID_NOW = (
    rf"(?:as (?:discussed|agreed)(?: with (?:the )?(?:customer|user|case owner)(?: {BY_WHICH})?"
    rf"| {BY_WHICH})|as (?:(?:I|we) )?(?:mentioned|said|wrote){_WHOM} {BY_WHICH})"
    r"(?= (?:the|this|we|I|they|he|she|customer|user)\b)"
)

# These count where they are all that a clause says.
_ALONE = (
    r"see (?:the )?(?:customer|user)(?:['’]s)? (?:e-?mails?|mails?|chat|screen ?shots?)"
    r"|see (?:the )?(?:logs?|trace|SR|chat)(?: with (?:the )?(?:customer|user))?"
    r"|(?:all |more )?(?:info|information|details?) (?:is |are )?in (?:the )?"
    rf"(?:e-?mails?|mails?|(?:attached|enclosed) {_FILES})"
    rf"|(?:the )?{_WHAT} as (?:discussed|agreed|explained)"
    r"(?: (?:in|on|by|via|over) (?:Teams|chat))?"
    r"|see (?:my |the )?(?:Teams|Slack)(?: messages?)?"
    r"|see (?:my |the )?comments? in (?:the |this )?(?:case|ticket)"
    r"|see (?:the )?recording of (?:the )?(?:call|meeting)"
    r"|see (?:the )?conversation with (?:the )?(?:customer|user)"
    r"|see (?:the )?enclosed(?: \w{1,20})?"
    r"|(?:information|details?|steps|solution) (?:is |are )?in (?:the |this )?(?:ticket|case)"
    r"|as per (?:our|my) (?:discussion|conversation)"
    r"|(?:did|performed|applied) (?:the )?(?:steps|instructions) (?:in|from|of)"
    rf" {WHICH}{CORRESPONDENCE}"
    r"|see (?:the |my |our )?(?:internal |work |previous |earlier |last )?(?:notes?|comments?|chat)"
    rf"|(?:see|refer(?: to)?|check) (?:the )?{_FILES} attached"
    rf"|(?:the )?{_FILES} (?:is |are |was |were )?(?:attached|enclosed)(?: to (?:the )?case)?"
    r"|(?:see|refer to|check) (?:the )?(?:linked |related |parent )?"
    r"(?:ticket|incident|JIRA|ICM)"
    rf"|(?:error|errors|details?|message|error message|logs?) (?:is |are )?(?:shown )?in (?:the )?"
    rf"(?:attached |enclosed )?(?:{_PICTURE}|attachments?|mail|e-?mail)"
    rf"|(?:explained|provided|shared|sent|gave|mailed|e-?mailed|told)"
    rf"(?: (?:the )?(?:steps|solution|resolution|details|instructions|fix|workaround))?"
    rf"{_WHOM} (?:in|on|by|via|over|during) {WHICH}"
    rf"(?:{CORRESPONDENCE}|{CALL}|Teams)"
    rf"|(?:mailed|e-?mailed) (?:the )?(?:steps|solution|instructions){_WHOM}"
    rf"|(?:the )?{_WHAT} (?:was |were )?(?:provided|shared|sent|given|explained){_WHOM}"
    r" (?:in|on|by|via|over|during) (?:e-?mail|Teams|chat|phone|call)"
    rf"|followed (?:the )?(?:steps|instructions) (?:in|from|of) {WHICH}{CORRESPONDENCE}"
)

_NEEDED = (
    *(
        "mail",
        "ticket",
        "case",
        "incident",
        "chat",
        "conversation",
        "slack",
        "call",
        "phone",
        "teams",
    ),
    *(
        "session",
        "meeting",
        "attach",
        "enclosed",
        "screen",
        "picture",
        "image",
        "recording",
        "note",
    ),
    *("comment", "jira", "icm", "log", "trace", "sr", "discuss", "agreed", "spoken", "talked"),
    *("mentioned", "explained"),
)
"""A text that holds none of these parts of words has no such phrase."""

STARTS = re.compile(
    r"[\n.,;:!?(\[–—AaDdIiKkMmPpSs](?:(?<=[\n.,;:!?(\[–—])|(?<!\w.)(?=(?i:"
    r"re|s|ccording|etails|nfo|nformation|indly|essage|er|ls|lease|ee)\b))"
)
"""What `START` starts with, and each word that ELSEWHERE starts with otherwise."""

ALL_ELSEWHERE = re.compile(
    (
        r"[\s\W_]*(?:same as (?:above|before|below|the (?:symptom|cause|resolution)|symptom|cause"
        r"|title|last time|previous(?:ly)?(?: case)?)|(?:see|as) above|ditto|see (?:title|subject"
        r"|summary|description|body))[\s\W_]*"
    ).replace(" ", GAP),
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    (
        rf"(?:{START}(?P<clause>{_SEE}|{_TOLD_THERE})"
        rf"|\b(?P<anywhere>{_SEE_NOTE}|{_AS_SAID}|{_PER}))(?![\w'’-]){END}"
        rf"|{START}(?P<ours>{_SEE_OURS}){_GOES_ON}"
        rf"|\b(?P<within>{_IN_OURS}){_GOES_ON}"
        rf"|\b(?P<now>{_PER_NOW}|{_AS_SAID_NOW})(?![\w'’-])"
        rf"|{START}(?P<alone>{_ALONE})(?=[*_\"]*{END_OF_CLAUSE})"
    ).replace(" ", GAP),
    re.IGNORECASE | re.MULTILINE,
)
