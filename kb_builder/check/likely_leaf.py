"""Which leaf of the root cause tree a text is about, where a record has chosen a catch-all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kb_builder.index.analyzer import fold, terms, tokens
from kb_builder.index.text import plain
from kb_builder.model.record import Record
from kb_builder.model.taxonomy import Taxonomy, Topic

_CATCH_ALL = re.compile(
    r"(?:all )?others?(?: (?:causes?|reasons?|issues?|problems?))?|general|misc(?:ellaneous)?"
    r"|unknown|unspecified|unclassified|not listed|none of (?:these|the above)|something else"
)
_FEWEST_SHARED = 3
_FREQUENT = frozenset(
    terms(
        "cause causes leaf branch describe describes other another more less one two between "
        "wrong missing fail fails broken unknown product customer case all any its must may cannot "
        "use used using set setting settings error errors issue problem need help"
    )
)
"""Terms that tell no leaf from another."""

_RULED_OUT = re.compile(
    r"\b(?:not|never|nor|neither|without|no longer|ruled out|excluded|instead of"
    r"|rather than|unlike|did not help|no effect)\b",
    re.IGNORECASE,
)


def is_catch_all(topic: Topic) -> bool:
    """Whether the name of the topic says only that it is none of the others."""
    return _CATCH_ALL.fullmatch(topic.name.casefold()) is not None


def likely_leaf(
    record: Record, chosen: Topic, taxonomy: Taxonomy
) -> tuple[Topic, tuple[str, ...]] | None:
    """The one leaf beside `chosen` that the title and the cause speak of, and the words they share.

    None where no leaf stands out: then the catch-all may be right.
    """
    beside = [
        leaf
        for leaf in taxonomy.leaves()
        if leaf.path[:-1][: len(chosen.path) - 1] == chosen.path[:-1] and not is_catch_all(leaf)
    ]
    text = f"{record.title}\n{_claims(plain(record.cause))}"
    found = list(tokens(text))
    words = [token.term for token in found]
    common = _common(chosen, beside, taxonomy)
    fits = [(leaf, shared) for leaf in beside if (shared := _shared(leaf, words, common))]
    if not fits:
        return None
    fits.sort(key=lambda fit: len(fit[1]), reverse=True)
    if len(fits) > 1 and len(fits[0][1]) == len(fits[1][1]):
        return None
    leaf, shared = fits[0]
    as_written = {token.term: fold(token.word) for token in reversed(found)}
    return leaf, tuple(dict.fromkeys(as_written[term] for term in shared))


def _claims(text: str) -> str:
    """The sentences that rule nothing out."""
    sentences = re.split(r"[.!?](?=\s)|\n\n", text)
    return "\n".join(sentence for sentence in sentences if not _RULED_OUT.search(sentence))


def _common(chosen: Topic, beside: Sequence[Topic], taxonomy: Taxonomy) -> frozenset[str]:
    """The terms of what stands above, and those that several leaves share."""
    above = [taxonomy.by_path.get(chosen.path[:depth]) for depth in range(1, len(chosen.path))]
    named = {term for topic in above if topic for term in terms(topic.name)}
    return frozenset(named | set(terms(chosen.description)) | _FREQUENT | _repeated(beside))


def _repeated(topics: Iterable[Topic]) -> set[str]:
    seen: set[str] = set()
    repeated: set[str] = set()
    for topic in topics:
        own = set(_terms_of(topic.name)) | set(_terms_of(topic.description))
        repeated |= own & seen
        seen |= own
    return repeated


@lru_cache(maxsize=10_000)
def _terms_of(text: str) -> tuple[str, ...]:
    return tuple(terms(text))


def _shared(leaf: Topic, words: Sequence[str], common: frozenset[str]) -> tuple[str, ...]:
    """The terms of the leaf that the text has; none where they are too few to mean it."""
    name = _terms_of(leaf.name)
    own = dict.fromkeys(
        term for term in (*name, *_terms_of(leaf.description)) if term not in common
    )
    present = set(words)
    shared = tuple(term for term in own if term in present)
    of_name = [term for term in shared if term in name]
    if not of_name:
        return ()
    if len(leaf.name.split()) > 1 and len(of_name) > 1 and _holds(words, name):
        return shared
    return shared if len(shared) >= _FEWEST_SHARED and 2 * len(shared) >= len(own) else ()


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words hold the phrase, one after the other."""
    length = len(phrase)
    return any(
        tuple(words[at : at + length]) == tuple(phrase)
        for at, word in enumerate(words)
        if word == phrase[0]
    )
