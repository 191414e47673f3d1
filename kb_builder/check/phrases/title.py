"""Titles that name a product, a request or a feeling, and not the issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import Stretch, whole


def vague_titles(text: str) -> Iterator[Stretch]:
    """All of a title by which no issue could be told from the next."""
    return whole(text, ALL_VAGUE_TITLE) if len(text) <= _LONGEST else iter(())


_LONGEST = 1_000
"""Characters; a longer title is too long, which another rule says."""


_ISSUE = (
    r"(?:problems?|issues?|questions?|troubles?|incidents?|inquiry|enquiry|query|ticket|case"
    r"|request|bug|failure|errors?)"
)
_FEELING = (
    r"(?:very|so|urgent(?:ly)?|asap|important|critical|emergency|please|pls|plz|hi|hello|dear"
    r"|team|help|me|us|we|i|need(?:s|ed)?|some|with|this|it|is|that|big|huge|serious|strange"
    r"|weird|odd|annoying|terrible|frustrating|new|another|same|again|still|really"
    r"|high priority|priority|fw|fwd|re|test|support|assistance|request(?:ed)?|required"
    r"|attention|immediate(?:ly)?|customers?|users?|clients?|can|can['’]t|cannot|you|could|nothing|everything|works?"
    r"|working|all|down|message|and|or|not|needs?|wants?|broken|complains?|complaint|unhappy"
    r"|angry|annoyed|frustrated|upset|escalation|escalated|follow(?:-| )up|quick|waiting|general|various|misc|miscellaneous"
    r"|other|a|an|the|my|our|for|from|of|on|in|about)"
)
_THING = (
    r"(?:(?!(?:may|might|can|could|if|when|after|resolve|fix|troubleshoot\w*|how|common|known)\b)"
    r"[\w./&'’-]{1,40})"
)
ALL_VAGUE_TITLE = re.compile(
    (
        r"(?=[\s\S])[\W_]*(?:|"
        rf"(?:(?:{_FEELING}|{_ISSUE})[\W_]+)*(?:{_FEELING}|{_ISSUE})"
        rf"|(?:{_FEELING}[\W_]+){{0,3}}(?:{_THING}[:,]? (?:[–-] )?){{1,2}}{_ISSUE}"
        rf"(?:[\W_]+{_FEELING}){{0,3}}"
        rf"|(?:{_FEELING}[\W_]+){{0,3}}"
        rf"(?:{_ISSUE}|help|support|assistance|angry|annoyed|frustrated|unhappy|upset)"
        r"(?: needed| required)? (?:with|on|in|about|regarding|for|re|after|since)"
        rf"(?: (?:the|my|our))?(?: {_THING}){{1,2}}"
        rf"|(?:{_FEELING}[\W_]+){{0,3}}(?:{_THING} ){{1,2}}"
        r"(?:is |are |does |do |has )?(?:not work(?:ing)?|doesn['’]t work|don['’]t work"
        r"|isn['’]t working|aren['’]t working|broken|down)(?: properly| correctly| at all| anymore)?"
        r")[\W_]*"
    ).replace(" ", r"[\t ]+"),
    re.IGNORECASE,
)
