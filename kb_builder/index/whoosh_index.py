"""The index in Whoosh: the only module that knows it.

Of its forks this is whoosh3, the one that passed all of our 25 checks (search, updates, crashes,
concurrent readers); whoosh 2.7.4 and whoosh-reloaded fail two and are no longer maintained,
whoosh-ng fails three. Whoosh stores postings and lengths; the score is our own (`ranking`).
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from whoosh import fields, formats
from whoosh.index import FileIndex, LockError, create_in, exists_in, open_dir

from kb_builder.index import analyzer, ranking
from kb_builder.index.analyzer import terms, tokens
from kb_builder.index.case_index import Changes, IndexLockedError, Progress
from kb_builder.index.entry import Card, Entry
from kb_builder.index.fields import SATURATION, SEARCH_FIELDS
from kb_builder.index.query import Hit, Hits, Query
from kb_builder.index.text import plain

FORMAT = 1
"""Counted up when what is stored changes."""
_LOCK_SECONDS = 60
_FILTERS = ("kind", "product")


class _Terms(fields.FieldType):  # type: ignore[misc]
    """A field given as the list of its terms: Whoosh counts them, and analyses nothing."""

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), analyzer=None, scorable=True)

    def index(self, value: list[str], **kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, count in Counter(value).items():
            yield term.encode(), count, float(count), formats.pack_uint(count)


def _schema() -> fields.Schema:
    schema = fields.Schema(
        key=fields.ID(unique=True, stored=True),
        digest=fields.STORED,
        card=fields.STORED,
        **dict.fromkeys(_FILTERS, fields.ID),
    )
    for field in SEARCH_FIELDS:
        schema.add(field.name, _Terms())
    return schema


def _fingerprint() -> str:
    """Names the format of the index and all that decides what is in it."""
    parts = [
        str(FORMAT),
        repr(SEARCH_FIELDS),
        repr(SATURATION),
        Path(analyzer.__file__).read_text(),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


class WhooshIndex:
    """A CaseIndex in the folder `cache`, which nothing else may use.

    Each format has a folder of its own below it, so an index of another format is never read; one
    that cannot be read is made anew. The folder is trusted: Whoosh's table of contents is a
    pickle, so it must be neither published nor taken from elsewhere.
    """

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.folder = cache / _fingerprint()
        self._index: FileIndex | None = None

    def exists(self) -> bool:
        """Whether there is an index to search, in the present format."""
        return bool(self.folder.is_dir() and exists_in(str(self.folder)))

    def update(
        self, entries: Iterable[Entry], progress: Progress = lambda done, of: None
    ) -> Changes:
        wanted = {entry.key: entry for entry in entries}
        index = self._open_or_create()
        try:
            writer = index.writer(timeout=_LOCK_SECONDS, limitmb=256)
        except LockError:
            raise IndexLockedError(
                f"{self.folder}: another build has been writing the index for {_LOCK_SECONDS} s; "
                "wait for it to end"
            ) from None
        try:
            with index.reader() as reader:
                held = {doc["key"]: doc["digest"] for _, doc in reader.iter_docs()}
            stale = [key for key, digest in held.items() if not _is_same(wanted.get(key), digest)]
            fresh = [entry for key, entry in wanted.items() if not _is_same(entry, held.get(key))]
            # Deleted and added apart: two updates of one key in one go would leave two.
            for key in stale:
                writer.delete_by_term("key", key)
            for done, entry in enumerate(fresh):
                progress(done, len(fresh))
                writer.add_document(**_document(entry))
            progress(len(fresh), len(fresh))
        except BaseException:
            writer.cancel()
            raise
        if stale or fresh:
            writer.commit()
        else:
            writer.cancel()
        self._remove_other_formats()
        changed = sum(key in wanted for key in stale)
        return Changes(
            added=len(fresh) - changed,
            changed=changed,
            removed=len(stale) - changed,
            unchanged=len(wanted) - len(fresh),
        )

    def search(self, query: Query) -> Hits:
        words: dict[str, str] = {}
        for token in tokens(query.text):
            words.setdefault(token.term, query.text[token.start : token.end])
        with self._open().reader() as reader:
            collection = _Collection(reader)
            allowed = collection.allowed(query)
            scores: Counter[int] = Counter()
            matched: dict[int, list[str]] = {}
            unknown: list[str] = []
            for term, word in words.items():
                term_impacts = collection.impacts(term)
                if not term_impacts:
                    unknown.append(word)
                for number, impact in term_impacts.items():
                    if allowed is None or number in allowed:
                        scores[number] += impact
                        matched.setdefault(number, []).append(word)
            keys = collection.keys
            best = sorted(scores, key=lambda number: (-scores[number], keys[number]))
            hits = tuple(
                Hit(_card(reader, n), scores[n], tuple(dict.fromkeys(matched[n])))
                for n in best[: query.limit]
            )
        return Hits(hits, found=len(scores), unknown=tuple(dict.fromkeys(unknown)))

    def cards(self) -> list[Card]:
        with self._open().reader() as reader:
            docs = sorted((doc for _, doc in reader.iter_docs()), key=lambda doc: doc["key"])
        return [Card(**json.loads(doc["card"])) for doc in docs]

    def impacts(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        with self._open().reader() as reader:
            collection = _Collection(reader)
            order = sorted(collection.keys, key=collection.keys.__getitem__)
            place = {number: at for at, number in enumerate(order)}
            names = [field.name for field in SEARCH_FIELDS]
            vocabulary = {text.decode() for name in names for text in reader.lexicon(name)}
            for term in sorted(vocabulary):
                found = collection.impacts(term)
                if found:
                    yield term, {place[number]: found[number] for number in found}

    def _open(self) -> FileIndex:
        if self._index is None:
            self._index = open_dir(str(self.folder))
        return self._index.refresh()

    def _open_or_create(self) -> FileIndex:
        if self.exists():
            try:
                index = open_dir(str(self.folder))
                with index.reader() as reader:
                    reader.doc_count()
                return index
            except Exception:  # whatever a damaged file makes Whoosh or pickle raise
                self._set_aside()
        self.folder.mkdir(parents=True, exist_ok=True)
        return create_in(str(self.folder), _schema())

    def _set_aside(self) -> None:
        aside = self.folder.with_name(f"damaged-{time.time_ns()}")
        self.folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)

    def _remove_other_formats(self) -> None:
        for folder in self.cache.iterdir():
            if folder != self.folder and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)


class _Collection:
    """What the score needs to know of an open index as a whole."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.keys: dict[int, str] = {number: doc["key"] for number, doc in reader.iter_docs()}
        # Whoosh's own totals count deleted entries until it merges them away.
        self.averages = {
            field.name: sum(reader.doc_field_length(n, field.name) or 0 for n in self.keys)
            / max(1, len(self.keys))
            for field in SEARCH_FIELDS
        }

    def impacts(self, term: str) -> dict[int, int]:
        """What the term adds to each entry's score, by Whoosh's number."""
        frequencies: dict[int, float] = {}
        for field in SEARCH_FIELDS:
            if (field.name, term.encode()) not in self.reader:
                continue
            postings = self.reader.postings(field.name, term)
            while postings.is_active():
                number = postings.id()
                length = self.reader.doc_field_length(number, field.name)
                frequencies[number] = frequencies.get(number, 0.0) + ranking.weighted_frequency(
                    field, postings.weight(), length, self.averages[field.name]
                )
                postings.next()
        return ranking.impacts(frequencies, len(self.keys))

    def allowed(self, query: Query) -> set[int] | None:
        """The entries that pass the query's filters; None where it has none."""
        allowed: set[int] | None = None
        for name in _FILTERS:
            value = getattr(query, name)
            if value:
                passing: set[int] = set()
                if (name, value.encode()) in self.reader:
                    passing = set(self.reader.postings(name, value).all_ids())
                allowed = passing if allowed is None else allowed & passing
        return allowed


def _is_same(entry: Entry | None, digest: str | None) -> bool:
    return entry is not None and entry.digest == digest


def _document(entry: Entry) -> dict[str, Any]:
    document: dict[str, Any] = {
        field.name: found
        for field in SEARCH_FIELDS
        if (found := terms(plain(entry.texts.get(field.name, ""))))
    }
    for name in _FILTERS:
        document[name] = getattr(entry.card, name)
    return {
        **document,
        "key": entry.key,
        "digest": entry.digest,
        "card": json.dumps(asdict(entry.card)),
    }


def _card(reader: Any, number: int) -> Card:
    return Card(**json.loads(reader.stored_fields(number)["card"]))
