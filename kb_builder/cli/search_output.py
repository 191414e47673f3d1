"""What `kb search` prints: hits for people, for pipes and as JSON, and what became of the query."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kb_builder.cli.terminal import style
from kb_builder.index import Card, Hit, Hits, Query
from kb_builder.index.passage import passage
from kb_builder.index.query import Words
from kb_builder.model.words import quoted
from kb_builder.report.text import counted, one_line

_INDENT = "     "
_PASSAGE_LENGTH = 240
_MOST_WORDS = 12
"""How many words of a long query are named."""


def for_people(hits: Iterable[Hit]) -> Iterator[str]:
    """The lines of each hit, and a blank one after it."""
    for number, hit in enumerate(hits, 1):
        card = hit.card
        name = style(one_line(card.id or "page"), "place")
        title = style(one_line(card.title), "title")
        yield "  ".join(filter(None, (f"{number:3}", name, title, _warning(card))))
        by = "by its signature" if hit.tier == "signature" else ""
        facts = " · ".join(filter(None, (card.product, card.status, _origin(hit), by)))
        yield _INDENT + style(one_line(facts), "quiet")
        if card.symptom:
            yield _INDENT + _marked(card.symptom, hit)
        if card.resolution:
            yield _INDENT + style(_cut_to_terminal(one_line(card.resolution)), "quiet")
        words = (("matched:", "help", hit.matched), ("missing:", "warning", hit.missing))
        said = (f"{style(what, how)} {_listed(found)}" for what, how, found in words if found)
        if line := "  ".join(said):
            yield _INDENT + line
        yield ""


def for_pipes(hits: Iterable[Hit]) -> Iterator[str]:
    """A line a hit: id, title and where it is from, with tabs between."""
    for hit in hits:
        fields = (hit.card.id or hit.card.kind, hit.card.title, _origin(hit))
        yield "\t".join(map(one_line, fields))


def as_json(query: Query, answer: Hits) -> str:
    hits = [
        {
            **dataclasses.asdict(hit.card),
            "score": hit.score,
            "tier": hit.tier,
            "matched": hit.matched,
            "missing": hit.missing,
        }
        for hit in answer.hits
    ]
    value = {
        "text": query.text,
        "found": answer.found,
        "words": {
            field.name: _plain(getattr(answer.words, field.name))
            for field in dataclasses.fields(answer.words)
        },
        "filters": dict(answer.filters),
        "unknown_filters": dict(answer.unknown_filters),
        "facets": {
            name: [dataclasses.asdict(count) for count in counts]
            for name, counts in answer.facets.items()
        },
        "hits": hits,
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def remarks(answer: Hits) -> Iterator[str]:
    """What the list of hits does not say: how many there are, and what became of the query."""
    shown, words = len(answer.hits), answer.words
    best = f", the best {shown:,} shown" if shown < answer.found else ""
    yield f"{counted(answer.found, 'hit')}{best}"
    known = [name for name in answer.filters if name not in answer.unknown_filters]
    if known:
        yield f"narrowed to {', '.join(_filter(name, answer) for name in known)}"
    yield from unknown_filters(answer)
    if not (answer.filters or answer.hits or _has_words(words)):
        yield "the text has no word that tells records apart"
    for typed, instead in {**words.corrected, **words.completed}.items():
        yield f"searched `{one_line(instead)}` for `{one_line(typed)}`"
    for typed, phrases in words.synonyms.items():
        yield f"searched {one_line(quoted(phrases))} besides `{one_line(typed)}`"
    if words.unknown_codes:
        noun = "code" if len(words.unknown_codes) == 1 else "codes"
        yield f"no record has the {noun} {_listed(words.unknown_codes)}"
    if words.unknown:
        yield f"not in any record: {_listed(words.unknown)}"
    if words.masked:
        yield f"ignored, as they differ from case to case: {_listed(words.masked)}"
    if words.left_out:
        yield f"not searched, as the text is long: {counted(words.left_out, 'more word')}"


def unknown_filters(answer: Hits) -> Iterator[str]:
    """The filters that nothing can pass, and what may have been meant."""
    for name, nearest in answer.unknown_filters.items():
        hint = f"; did you mean `{one_line(nearest)}`?" if nearest else ""
        yield f"no record has the {_filter(name, answer)}{hint}"


def _filter(name: str, answer: Hits) -> str:
    return f"{name.replace('_', ' ')} `{one_line(answer.filters[name])}`"


def _has_words(words: Words) -> bool:
    """Whether there was anything in the text to search for."""
    return bool(words.searched or words.masked or words.unknown or words.unknown_codes)


def _warning(card: Card) -> str:
    if not card.withdrawn:
        return ""
    successor = f", superseded by {one_line(card.superseded_by)}" if card.superseded_by else ""
    return style(f"withdrawn{successor}", "warning")


def _marked(text: str, hit: Hit) -> str:
    return "".join(
        style(one_line(piece), "mark") if is_matched else one_line(piece)
        for piece, is_matched in passage(text, hit.terms, _PASSAGE_LENGTH)
    )


def _cut_to_terminal(text: str) -> str:
    """As much of the text as fits one indented line of the terminal."""
    width = max(20, shutil.get_terminal_size().columns - len(_INDENT))
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _listed(words: tuple[str, ...]) -> str:
    more = len(words) - _MOST_WORDS
    named = [one_line(word) for word in words[:_MOST_WORDS]]
    return ", ".join([*named, f"and {more:,} more"] if more > 0 else named)


def _origin(hit: Hit) -> str:
    return hit.card.source or hit.card.path


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
