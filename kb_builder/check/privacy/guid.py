"""GUIDs that name a customer: of a tenant or a subscription. Those of products name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_builder.check.privacy.found import Found
from kb_builder.check.privacy.reserved import is_example_guid

# Found by its second dash, for that is sought faster than a digit.
_FROM_DASH = re.compile(r"-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![\w-])")
_START = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}$")
_LOOK_BACK = 64
_OF_TENANT = re.compile(
    r"""(?:
        (?:tenant|mandant|directory|subscription|organi[sz]ation|company|realm)
            [ _-]?(?:\(tenant\)[ ])?(?:id|guid|identifier|number)\b[^\w\n]{0,12}(?:(?:is|was|of)\W)?
        | (?:tenants?|subscriptions?)\b
            (?:[ ](?:id|guid|identifier|number|with|the|of|is|was|called|named|value)){0,3}[^\w\n]{0,12}
        | \b(?:tid|utid|orgid|ctid|realm)\b[^\w\n]{0,6}
        | /(?:subscriptions|tenants|directories)/
        | (?:login\.(?:microsoftonline|windows|microsoft|partner\.microsoftonline)\.\w{2,6}
            |sts\.windows\.net|graph\.windows\.net|portal\.azure\.com)/(?:\#@)?
        | \bSPO_ | externaldirectoryorganizationid\W{1,6}
        | [0-9a-f-]{36}(?:/[\w.-]{1,60})?@
    )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"[`'\")]{0,2} (?:is|as|\()? ?(?:the|their|our)? ?tenant\b|/oauth2|/v2\.0\b", re.IGNORECASE
)


def tenant_guids(text: str) -> Iterator[Found]:
    for match in _FROM_DASH.finditer(text):
        first = _START.search(text[max(match.start() - 9, 0) : match.start()])
        if first is None and match.start() >= 12:
            first = re.search(r"(?<=SPO_)[0-9A-Fa-f]{8}$", text[match.start() - 12 : match.start()])
        if first is None:
            continue
        start, end = match.start() - 8, match.end()
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - _LOOK_BACK) : start]
        guid = text[start:end].lower()
        if is_example_guid(guid):
            continue
        if _OF_TENANT.search(before) or _AFTER.match(text, end):
            yield Found(start, end, guid, "the id of a tenant or subscription")
