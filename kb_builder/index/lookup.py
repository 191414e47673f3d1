"""The words of a query, each with what it is worth in the entries; `lookup.js` in the browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb_builder.index.analyzer import fold, stem
from kb_builder.index.query import Words
from kb_builder.index.reading import Reading, Word, read
from kb_builder.index.source import Terms
from kb_builder.index.spelling import completions, edits_allowed, is_correctable, nearest

MOST_WORDS_TYPED = 16


@dataclass
class Searched:
    """A word of the query, and where it was found."""

    word: Word
    terms: tuple[str, ...]
    """What it was searched by: its own terms, or those of what it was corrected to."""
    worths: Mapping[int, int] = field(default_factory=dict)
    prominent: frozenset[int] = frozenset()
    """The entries that are about it: where it is worth nearly as much as anywhere."""
    is_cut: bool = False
    """Whether other entries may have it too, where it does not count."""


@dataclass
class Notes:
    """What became of the words on the way."""

    corrected: dict[str, str] = field(default_factory=dict)
    completed: dict[str, str] = field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    """Words that count by their synonyms."""

    def words(self, words: Sequence[Searched], reading: Reading) -> Words:
        lost = [w.word for w in words if not w.worths and w.word.text not in self.replaced]
        return Words(
            searched=texts(w.word for w in words if w.worths),
            masked=texts(word for word in lost if word.kind == "noise"),
            unknown=texts(word for word in lost if word.kind == "word"),
            unknown_codes=texts(word for word in lost if word.kind == "code"),
            corrected=self.corrected,
            completed=self.completed,
            synonyms=self.synonyms,
            left_out=reading.left_out,
        )


def is_missing(word: Searched, entry: int) -> bool:
    """Whether an entry is known to lack a word that others have."""
    return bool(word.worths) and entry not in word.worths and not word.is_cut


def texts(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))


def look_up(reading: Reading, source: Terms) -> tuple[list[Searched], Notes]:
    notes = Notes()
    found: list[Searched] = []
    is_short = _is_short(reading)
    for word in reading.words:
        whole = _find(word, source)
        is_known = whole.worths or not word.parts
        found += [whole] if is_known else [_find(part, source) for part in word.parts]
    found = list({searched.word.terms: searched for searched in found}.values())
    for searched in found:
        folded = fold(searched.word.text)
        if (
            is_short
            and not searched.worths
            and searched.word.kind == "word"
            and is_correctable(folded)
        ):
            is_open = reading.last_is_open and searched is found[-1]
            _find_near(searched, folded, source, notes, is_open=is_open)
    return found, notes


def _is_short(reading: Reading) -> bool:
    """Whether the text was typed, so that it may be misspelt, and misses other words for the same.

    A longer one is pasted: its unknown words are names rather than mistakes, and it has words enough.
    """
    return len(reading.words) <= MOST_WORDS_TYPED


def _find_near(
    searched: Searched, folded: str, source: Terms, notes: Notes, *, is_open: bool
) -> None:
    """Search an unknown word by what it may become, or may have been meant."""
    if is_open:
        words = completions(folded, source.spellings(folded[0]))
        if words:
            _search_by([(stem(word),) for word in words], searched, source)
            notes.completed[searched.word.text] = words[0]
            return
    if edits_allowed(folded):
        near = nearest(folded, source.spellings(folded[0]))
        if near:
            _search_by([(stem(near),)], searched, source)
            notes.corrected[searched.word.text] = near


def _find(word: Word, source: Terms) -> Searched:
    """A word by itself, or where it is unknown by what else it gives."""
    searched = Searched(word, word.terms[:1])
    _search_by([word.terms[:1]], searched, source)
    if not searched.worths and len(word.terms) > 1:
        _search_by([word.terms[1:]], searched, source)
    return searched


def _search_by(ways: list[tuple[str, ...]], searched: Searched, source: Terms) -> None:
    """Set what the word is worth in each entry: the most of several ways to write it."""
    worths: dict[int, int] = {}
    prominent: set[int] = set()
    for way in ways:
        of_way: Counter[int] = Counter()
        for term in way:
            impacts, _ = source.impacts(term)
            searched.is_cut |= len(impacts) >= source.most_postings
            highest = max(impacts.values(), default=0)
            for entry, impact in impacts.items():
                of_way[entry] += impact
                if 5 * impact >= 2 * highest:
                    prominent.add(entry)
        for entry, worth in of_way.items():
            worths[entry] = max(worth, worths.get(entry, 0))
    searched.terms = tuple(term for way in ways for term in way)
    searched.worths, searched.prominent = worths, frozenset(prominent)


def synonyms(reading: Reading, source: Terms, notes: Notes) -> list[Searched]:
    """The phrases that mean the same as some in the query, and are not in it."""
    if not _is_short(reading):
        return []
    asked = f" {' '.join(reading.sequence)} "
    known = {term for word in reading.words for term in word.terms}
    extra: dict[str, Searched] = {}
    for group in source.synonyms:
        spelt = {phrase: read(phrase).sequence for phrase in group}
        said = [phrase for phrase, its in spelt.items() if its and f" {' '.join(its)} " in asked]
        others = tuple(phrase for phrase in group if phrase not in said)
        if not said or not others:
            continue
        notes.synonyms[said[0]] = others
        for phrase in others:
            if phrase not in extra and not known.issuperset(spelt[phrase]):
                word = Word(phrase, spelt[phrase], "whole")
                extra[phrase] = Searched(word, word.terms, _of_all(word.terms, source))
        notes.replaced.update(w.text for w in reading.words if w.terms[0] in spelt[said[0]])
    return list(extra.values())


def _of_all(its_terms: Iterable[str], source: Terms) -> dict[int, int]:
    """What a phrase is worth in the entries that have all its terms."""
    worths, *others = [source.impacts(term)[0] for term in its_terms] or [{}]
    common = [entry for entry in worths if all(entry in other for other in others)]
    return {entry: worths[entry] + sum(other[entry] for other in others) for entry in common}
