"""How support texts name what only the people of a case have: mails, chats, calls, attachments.

A blank in these patterns stands for `text.GAP`.
"""

from __future__ import annotations

# A clause starts here, or after a word that only leads to a reference.
START = (
    r"(?:^[\x20\t>]*(?:(?:[-*+]|\d{1,9}[.)])[\x20\t]+)?|[.,;:!?(\[–—] ?"
    r"|\b(?:please|pls|kindly|details|info|information|message) )[*_\"]*"
)
END_OF_CLAUSE = r"[\x20\t]*(?:[.,;:!?)\]–—]|$)"
# It ends here, or goes on in a way that only tells which mail it was and what it is good for.
END = (
    rf"[*_\"]*(?:(?={END_OF_CLAUSE})"
    r"|(?= (?:from|of|dated|on|sent|to) (?:\d|yesterday\b|today\b|(?:the )?customer\b)"
    r"| (?:for|with) (?:all |of |more |further |full |exact |detailed |the )*"
    r"(?:details|info|information|steps|resolution|solution)\b"
    rf"| (?:below|above|in (?:the |this )?case)(?= for\b|{END_OF_CLAUSE})"
    rf"| (?:from|of|by) (?-i:[A-Z])[\w'’-]{{1,30}}"
    rf"(?=(?: (?-i:[A-Z])[\w'’-]{{1,30}}){{0,2}}(?: (?:of|on|from|dated) \d|{END_OF_CLAUSE}))"
    r"| with (?-i:[A-Z])\w"
    rf"| attached(?={END_OF_CLAUSE})"
    r"| (?:that )?(?:I|we) (?:have )?(?:gave|sent|shared|wrote)\b"
    r"| #?\d))"
)

WHICH = (
    r"(?:(?:the|my|his|her|our|your|this|customer['’]s|last|latest|previous|earlier|original"
    r"|attached|enclosed|internal|trailing|first|second|below|above) ){0,3}"
)
CASE_NOTES = r"(?:case|ticket|incident) (?:notes?|logs?|history|(?:e-?)?mails?|thread|comments?)"
# These are of the case: they count however the sentence goes on, unless it is their noun that does.
OURS = (
    r"(?:case (?:notes?|logs?)|(?:SR|ticket) notes?|CASE-\d+ notes?"
    r"|notes? in (?:the |this )?(?:case|ticket))"
)
CORRESPONDENCE = (
    r"(?:(?:e-?)?mails?(?: (?:thread|chain|conversation|history))?|ticket"
    rf"|{CASE_NOTES}|(?:(?:teams|slack|skype) )?(?:chat|conversation)(?: (?:thread|history|log))?"
    r"|slack thread)"
)
CALL = r"(?:phone ?call|call|phone|remote session|(?:teams |online )?meeting)"
BY_WHICH = rf"(?:in|on|by|via|over|during) {WHICH}(?:{CORRESPONDENCE}|{CALL})"
WITH_WHOM = r"(?: with (?:the )?(?:customer|user|case owner|you|him|her|them))?"
