"""Values that belong to nobody: reserved for examples, or known to be made up.

RFC 2606 and 6761 (names), RFC 5737 and 3849 (addresses), the North American 555-01xx numbers, and
the drama numbers of Ofcom (UK), Bundesnetzagentur, ARCEP and ACMA.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import lru_cache

_EXAMPLE_NAMES = {"example", "test", "invalid", "localhost"}
# Companies that exist in the manuals of software only.
_COMPANIES = """
    adatum adventure-works adventureworks alpineskihouse bellowscollege blueyonderairlines
    cohovineyard cohowinery consolidatedmessenger constoso contoso cpandl fabrikam fineartschool
    fourthcoffee graphicdesigninstitute humongousinsurance lamnahealthcare litware litwareinc
    lucernepublishing margiestravel northwind northwindtraders nodpublishers proseware relecloud
    southridgevideo tailspintoys tailwindtraders treyresearch vanarsdel wideworldimporters
    wingtiptoys woodgrovebank
"""
_FICTITIOUS = frozenset(_COMPANIES.split())
_SUFFIXES = frozenset(("ac", "co", "com", "edu", "gov", "mail", "net", "onmicrosoft", "or", "org"))
# Words that a writer puts where the name of a company belongs.
_STAND_INS = re.compile(
    r"(?:(?:your|my|our|the|external|internal|sub|some|other|new|old|target|source)-?)?"
    r"(?:domain|company|organi[sz]ation|org|tenant|customer|corp|site|acme|foo|bar|foobar)"
    r"(?:name)?[0-9a-z]?",
    re.IGNORECASE,
)

EXAMPLE_NUMBERS = re.compile(
    r"""
    \+1\d{3}55501\d\d
    | \+44(?:(?:113|114|115|116|117|118|121|131|141|151|161)4960\d{3} | 1914980\d{3}
        | 1632960\d{3} | 2079460\d{3} | 2890180\d{3} | 2920180\d{3} | 7700900\d{3}
        | 8081570\d{3} | 9098790\d{3} | 3069990\d{3})
    | \+49(?:3023125\d{3} | 6990009\d{3} | 4066969\d{3} | 2214710\d{3} | 8999998\d{3}
        | 15228817386 | 15228895456 | 15254599371 | 171392(?:0|1)\d{3}\d* | 176040690\d\d
        | 172992\d{4,5} | 174927\d{4,5})
    | \+33(?:19900|26191|35301|46571|53649|63998)\d{4}
    | \+61(?:[2378](?:5550|7010)\d{4} | 491570\d{3})
    """,
    re.VERBOSE,
)
"""In E.164."""

_TEST_CARDS = """
    4111111111111111 4012888888881881 4242424242424242 4000056655665556 4222222222222 4007000000027
    4012000033330026 4000000000000002 4000000000009995 4917610000000000 4539578763621486
    5555555555554444 5105105105105100 5200828282828210 5424000000000015 5454545454545454
    2223003122003222 2223000048400011 2221000000000009 378282246310005 371449635398431
    378734493671000 370000000000002 6011111111111117 6011000990139424 6011000000000012
    3530111333300000 3566002020360505 3088000000000017 30569309025904 38520000023237
    36227206271667 6200000000000005
"""
EXAMPLE_CARDS = frozenset(_TEST_CARDS.split())
"""The test cards of payment providers."""

_EXAMPLE_SECRETS = re.compile(
    r"""EXAMPLE | ^4eC39Hq | ^(?:sk|rk)_test_ | ^eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkw
    | Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw
    """,
    re.VERBOSE,
)
"""Of AWS, Stripe, jwt.io, and the storage emulator of Azure, whose key is in its manual."""

_EXAMPLE_GUIDS = re.compile(
    r"0{7}[0-9a-f]-0000- | 12345678- | 01234567-89ab- | ([0-9a-f])\1{7}-", re.VERBOSE
)
# The tenants of Microsoft itself and of its personal accounts, which stand in every product.
_KNOWN_GUIDS = {
    "72f988bf-86f1-41af-91ab-2d7cd011db47",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
    "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
    "cdc5aeea-15c5-4db6-b079-fcadd2505dc2",
}


_STAND_IN_NAMES = re.compile(
    r"(?:user|username|your-?name|someone|somebody|first-?name\.last-?name|first\.last)"
    r"|(?:contoso|fabrikam)[._-].*",
    re.IGNORECASE,
)


def is_example_address(name: str, domain: str) -> bool:
    """Whether a mail address is nobody's, by its domain or by the name before it."""
    return is_example_domain(domain) or bool(_STAND_IN_NAMES.fullmatch(name))


def is_example_domain(domain: str) -> bool:
    """Whether the domain is reserved, or names a company that is none."""
    labels = domain.casefold().split(".")
    return (
        labels[-1] in _EXAMPLE_NAMES
        or any(label.rstrip("0123456789") in _FICTITIOUS for label in labels)
        or "example" in labels
        or bool(_STAND_INS.fullmatch(_registered(labels)))
    )


def _registered(labels: list[str]) -> str:
    """The label that somebody has registered, or would have: `domain` of `mail.domain.co.uk`."""
    while len(labels) > 2 and labels[-2] in _SUFFIXES:
        labels = labels[:-1]
    return labels[-2] if len(labels) > 1 else ""


def is_example_secret(secret: str) -> bool:
    return bool(_EXAMPLE_SECRETS.search(secret))


def is_example_guid(guid: str) -> bool:
    """Whether a GUID in lower case is a placeholder or known everywhere."""
    quads = re.findall("[0-9a-f]{4}", guid)
    return (
        guid in _KNOWN_GUIDS
        or len(set(guid)) <= 4
        or all(len(set(quad)) == 1 for quad in quads)
        or bool(_EXAMPLE_GUIDS.match(guid))
    )


@lru_cache(maxsize=8)
def allowing(values: tuple[str, ...]) -> re.Pattern[str] | None:
    """What the setting `allowed_values` lets stand, to be matched against a value in full."""
    patterns = [pattern for value in values for pattern in _allowed(value.strip())]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _allowed(value: str) -> Iterable[str]:
    if not value:
        return
    yield translate(value) if "*" in value else re.escape(value)
    if re.fullmatch(r"@?[\w-]+(?:\.[\w-]+)*\.[^\W\d]{2,}", value):
        yield rf".*[@.]{re.escape(value.lstrip('@'))}"
