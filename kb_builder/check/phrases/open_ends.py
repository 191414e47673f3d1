"""Phrases by which notes admit that the issue itself is not resolved yet.

They count only as a plain statement in the present: not in a condition ("if no fix is available"),
and not in a tale of what once was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.markdown.prose import prose
from kb_builder.check.phrases.text import GAP, Stretch


def open_ends(text: str) -> Iterator[Stretch]:
    """The phrases that say so, in their order."""
    readable = prose(text)
    for match in _OPEN_END.finditer(readable):
        before = readable[max(0, match.start() - _MOST_BEFORE) : match.start()]
        after = readable[match.end() : match.end() + _MOST_AFTER]
        if not _TAKES_BACK.search(_SENTENCE_END.split(before)[-1]) and not _TALE.match(after):
            yield match.span()


_MOST_BEFORE = 300
_MOST_AFTER = 60
_SENTENCE_END = re.compile(r"[.!?;:](?=\s)|\n[ \t]*(?:\n|[-*+][ \t]|\d{1,9}[.)][ \t])")
_TAKES_BACK = re.compile(
    r"\b(?:if|when|whenever|where|unless|until|till|before|after|whether|in case|was|were|had"
    r"|once|example|see|that says|says|reads|called|named|titled)\b",
    re.IGNORECASE,
)
_TALE = re.compile(
    r"[^.!?\n]{0,40}\b(?:then|at that time|back then|in those days)\b", re.IGNORECASE
)

_FIX = r"(?:(?:product |vendor )?(?:fix|hot ?fix|bug ?fix|patch|correction))"
_THE = r"(?:(?:a|an|the|this|that|its|their|another) )?"
_WHOSE = (
    r"(?:product (?:team|group)|development(?: team)?|developers|engineering(?: team)?|vendor"
    r"|manufacturer)"
)
_ISSUE = r"(?:issue|problem|error|bug|defect|fault|symptom|regression|question)"
_NOW = r"(?:still|currently|now|presently|actively|already)"
_RELEASE = (
    r"(?:(?:the|a|an) )?(?:(?:next|future|upcoming|later|coming|following|new|product|major|minor) )"
    r"{0,3}(?:versions?|releases?|updates?|builds?|service pack|hot ?fix|patch|cumulative update)"
)

_OPEN_END = re.compile(
    (
        r"\b(?:"
        rf"(?:waiting (?:for|on)|awaiting|pending) {_THE}(?:{_FIX}\b|{_WHOSE}\b)"
        rf"|(?:there is |there's )?no {_FIX}(?: for (?:this|the|it)(?: {_ISSUE})?)?"
        r" (?:yet|so far|exists|available|currently|at present|at the moment|at this time"
        r"|is (?:currently |yet )?(?:available|planned|known|scheduled))\b"
        rf"|(?:will|is to|are to|is going to) be (?:fixed|corrected|addressed|mended)"
        rf" (?:in|with|by) {_RELEASE}\b"
        r"|(?:waiting|waits?) (?:for|on) (?:the |a )?(?:(?:next|upcoming|coming|future|new) )"
        r"(?:version|release|update|build)\b(?! of\b)"
        r"|(?:waiting|waits?) (?:for|on) (?:version|release) \d"
        rf"|{_FIX} will (?:come|be (?:available|delivered|included|released)) (?:in|with)\b"
        r"|no (?-i:ETA)\b"
        rf"|{_WHOSE} (?:is|are) (?:{_NOW} )?working on (?:it|this)\b"
        r"|(?:will|is to|are to|is going to) be (?:fixed|corrected|addressed|mended)"
        r" (?:in|with|by) (?-i:(?:[A-Z]\w{0,30} ){0,3}\d+\.\d)[\w.]{0,20}"
        rf"|{_FIX} (?:is|has) (?:{_NOW} )?(?:been )?(?:planned|scheduled|expected|in progress"
        r"|in development|in preparation|not (?:yet )?(?:available|released)"
        r"|not (?:yet )?been (?:released|published)|being (?:developed|prepared|worked on))\b"
        rf"|(?:is|are) (?:{_NOW} )?(?:working on|investigating|looking into) {_THE}"
        rf"(?:{_FIX}|{_ISSUE})\b"
        rf"|(?:the|this) {_ISSUE} (?:still (?:occurs|exists|persists|happens)"
        r"|remains (?:open|unresolved|unsolved)"
        r"|is (?:still (?:open|unresolved|unsolved|being investigated)"
        r"|not (?:fixed|resolved|solved)(?! (?:by|if|until|when)\b)"
        rf"|not yet (?:fixed|resolved|solved)|(?:{_NOW} )?under investigation)"
        r"|has not (?:yet )?been (?:fixed|resolved|solved)(?: yet)?)\b"
        r")"
    ).replace(" ", GAP),
    re.IGNORECASE,
)
