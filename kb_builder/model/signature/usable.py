"""Whether a signature can be used, and its one spelling for both engines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kb_builder.model.signature.effort import effort
from kb_builder.model.signature.parser import parse
from kb_builder.model.signature.problem import SignatureProblem, UnusableSignatureError
from kb_builder.model.signature.syntax import Group, Repeat

_LONGEST = 300
_FEWEST_CERTAIN = 4
_MOST_EFFORT = 150.0
"""Steps for each character. Python was seen to take 10 ns for one, so 0.15 s for 100 KB at worst."""


def signature_problem(pattern: str) -> SignatureProblem | None:
    """What keeps a signature from being used; None where nothing does."""
    try:
        translated(pattern)
    except UnusableSignatureError as error:
        return error.problem
    return None


@lru_cache(maxsize=4096)
def translated(pattern: str) -> str:
    """The pattern in the one spelling that Python and the browser run, without any flag.

    Raises UnusableSignatureError.
    """
    if not pattern:
        raise UnusableSignatureError(
            "the signature is empty", "write the part of a log line that is always the same"
        )
    if len(pattern) > _LONGEST:
        raise UnusableSignatureError(
            f"the signature has {len(pattern)} characters, where {_LONGEST} are the most",
            "keep the part that tells the issue from others",
        )
    if any("\ud800" <= sign <= "\udfff" for sign in pattern):
        raise UnusableSignatureError("the signature has half a character", "write it anew")
    parsed = parse(pattern)
    _refuse_the_vague(parsed)
    if effort(parsed) > _MOST_EFFORT:
        raise UnusableSignatureError(
            "the signature could take too long on a long log",
            "start it with a fixed word, and give its repeats low limits, such as `.{0,40}`",
        )
    return parsed.inside()


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, ready to search a text; raises UnusableSignatureError."""
    return re.compile(translated(pattern))


def usable_signatures(signatures: Iterable[str]) -> tuple[str, ...]:
    """Those that can be used, as `translated` spells them."""
    return tuple(translated(each) for each in signatures if signature_problem(each) is None)


def _refuse_the_vague(parsed: Group) -> None:
    for sequence in parsed.alternatives:
        first = sequence[0] if sequence else None
        if isinstance(first, Repeat) and first.least < first.most and first.most > 1:
            raise UnusableSignatureError(
                f"the signature starts with the repeat `{first.written}`",
                "start it with fixed text: it is looked for anywhere in a log",
            )
    if parsed.certain < _FEWEST_CERTAIN:
        are = "letter or digit is" if parsed.certain == 1 else "letters or digits are"
        raise UnusableSignatureError(
            f"{parsed.certain} {are} certain to occur, where {_FEWEST_CERTAIN} are the fewest",
            "write more of the text that is always the same",
        )
