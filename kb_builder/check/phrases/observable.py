"""What a symptom must hold, so that somebody who meets it would know it again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.phrases.text import LONGEST, Stretch, whole


def unobserved(text: str) -> Iterator[Stretch]:
    """All of a text in which nothing is quoted and nothing happens."""
    # Most symptoms quote something, and to see that first spares the search for all else.
    is_quoted = "`" in text or '"' in text
    return iter(()) if is_quoted or len(text) > LONGEST else whole(text, ALL_UNOBSERVED)


_CODE = r"`|~~~|!\[|^[ ]{0,3}>|\d{3,}|0x[0-9a-f]|(?-i:\b[A-Z]{2,12}-?\d)"
_QUOTED = r"[\"“”„«»‘]|'[^'\n]{3,80}'|\*[^*\n]{2,200}\*|_[^_\n]{3,200}_"
_NEGATED = (
    r"(?:not|never|cannot|n['’]t|no longer|unable|nobody|nothing|without|instead of"
    r"|although|despite)"
    r"(?!\s+(?:work(?:s|ing)?|function(?:s|ing)?|ok|okay|good|right|happy|sure|know|want)\b)"
)
_BEHAVIOUR = (
    r"fail\w*|crash\w*|hang(?:s|ing)?|hung|fr[eo]ez\w*|froze\w*|slow\w*|miss(?:es|ing|ed)|lost"
    r"|los(?:es|ing)|show\w*|display\w*|appear\w*|disappear\w*|vanish\w*|receiv\w*|return\w*"
    r"|report(?:s|ed)\s+(?!an?\s+(?:issue|problem)|issues|problems|that\b)|stop\w*|block\w*"
    r"|reject\w*|den(?:y|ies|ied)|refus\w*|prompt\w*|empty|blank|black|grey\w*|gray\w*|wrong\w*"
    r"|incorrect\w*|unexpected\w*|duplicat\w*|twice|delay\w*|stuck|loop\w*|expir\w*|disabled"
    r"|bounc\w*|tim(?:es|ed|ing)\s+out|timeouts?|corrupt\w*|damaged|unavailable|invalid"
    r"|inconsistent|restarts?|reboots?|clos(?:es|ed)|quits?|end(?:s|ed)|drops?|dropped"
    r"|disconnect\w*|repeat\w*|remain\w*|stay(?:s|ed)|opens?|start(?:s|ed)|ask(?:s|ed)|arriv\w*"
    r"|deliver\w*|deleted|removed|reset|overwritten|chang\w*|differ\w*|full|exceed\w*"
    r"|too\s+(?:long|large|many|few|old|small|late)|minutes|seconds|hours|late|earlier"
    r"|unreadable|garbled|broken\s+\w+|silent|one-way|mixed|cuts?\s+off|warning|exception"
    r"|messages?|mute\w*|flicker\w*|blurr\w*|red|yellow|rotat\w*|jump\w*|scroll\w*|expected"
    r"|longer|increas\w*|decreas\w*|reduc\w*|reach\w*|grow\w*|grew|remov\w*|keeps?|tak(?:es|ing)"
    r"|takes?|smaller|larger|instead|uses|used|skip\w*|becom\w*|becam\w*|work(?:s|ed)?\s+only"
    r"|only\s+works?|unsent|overlap\w*|spins?|spinning|beeps?|noise|echo\w*|nobody|nothing"
    r"|everybody|sends?|sent|no\s+(?!issue|problem|idea)\w+|how|whether|question|which"
    r"|impossible|redirect\w*|locked|visible|invisible"
)
ALL_UNOBSERVED = re.compile(
    rf"(?![\s\S]*?(?:{_CODE}|{_QUOTED}|\b{_NEGATED}|n['’]t\b(?!\s+work)"
    rf"|\b(?:{_BEHAVIOUR})\b))[\s\S]+",
    re.IGNORECASE | re.MULTILINE,
)
