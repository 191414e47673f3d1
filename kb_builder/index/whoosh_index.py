"""The index in Whoosh; only `whoosh_folder` and `whoosh_scores` know it besides.

Of its forks this is whoosh3, the one that passed all of our 25 checks (search, updates, crashes,
concurrent readers); whoosh 2.7.4 and whoosh-reloaded fail two and are no longer maintained,
whoosh-ng fails three.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats
from whoosh.index import FileIndex

from kb_builder.index import analyzer, entry, reading, text, whoosh_scores
from kb_builder.index import fields as our_fields
from kb_builder.index.analyzer import fold, tokens
from kb_builder.index.case_index import Changes, DamagedIndexError
from kb_builder.index.entry import Card, Entry
from kb_builder.index.fields import SEARCH_FIELDS
from kb_builder.index.query import Hits, Query
from kb_builder.index.search import search
from kb_builder.index.spelling import is_correctable
from kb_builder.index.text import plain
from kb_builder.index.whoosh_folder import WhooshFolder
from kb_builder.index.whoosh_scores import (
    FILTERS,
    LENGTHS,
    LENGTHS_BYTES,
    SIGNED,
    WORDS,
    WhooshScores,
    filter_values,
    packed_lengths,
)
from kb_builder.model.progress import Progress, unwatched

LOCK_SECONDS = 60.0


class _Terms(fields.FieldType):  # type: ignore[misc]
    """A field given as the list of its terms: Whoosh counts them, and analyses nothing."""

    def __init__(self) -> None:
        super().__init__(formats.Frequency(), analyzer=None, scorable=False)

    def index(self, value: list[str], **kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, count in Counter(value).items():
            yield term.encode(), count, float(count), formats.pack_uint(count)


def _schema() -> fields.Schema:
    schema = fields.Schema(
        key=fields.ID(unique=True, stored=True),
        digest=fields.STORED,
        card=fields.STORED,
        signatures=fields.STORED,
    )
    schema.add(LENGTHS, fields.COLUMN(columns.FixedBytesColumn(LENGTHS_BYTES)))
    for name in (*(field.name for field in SEARCH_FIELDS), *FILTERS, WORDS, SIGNED):
        schema.add(name, _Terms())
    return schema


def fingerprint() -> str:
    """Names all that decides what is in an index: the code that makes it, and what that stands on."""
    modules = (analyzer, entry, our_fields, reading, text, whoosh_scores)
    files = [__file__, *(str(module.__file__) for module in modules)]
    parts = [Path(file).read_bytes() for file in files]
    parts += [version(name).encode() for name in ("PyStemmer", "whoosh3")]
    parts += [unicodedata.unidata_version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


class WhooshIndex:
    """A CaseIndex in the folder `cache`, which nothing else may use.

    Each format has a subfolder of its own, so that an index of another format is never read.
    """

    def __init__(
        self,
        cache: Path,
        synonyms: Sequence[Sequence[str]] = (),
        lock_seconds: float = LOCK_SECONDS,
    ) -> None:
        self.synonyms = synonyms
        self._files = WhooshFolder(cache, fingerprint(), lock_seconds)
        self._opened: tuple[int, WhooshScores] | None = None
        """The generation, and its open reader."""
        self.written = -1
        """The generation that the last update by this object left."""

    @property
    def folder(self) -> Path:
        """Where the index of the present format is."""
        return self._files.path

    @property
    def generation(self) -> int:
        """Counts the updates, by whomever; -1 where there is no index."""
        return self._files.generation()

    def exists(self) -> bool:
        """Whether there is an index to search, whole and in the present format."""
        try:
            self._scores()
        except DamagedIndexError:
            return False
        return True

    def update(self, entries: Iterable[Entry], progress: Progress = unwatched) -> Changes:
        wanted = {entry.key: entry for entry in entries}
        with self._files.lock():
            index = self._files.open_or_create(_schema())
            with index.reader() as reader:
                held = {doc["key"]: doc["digest"] for _, doc in reader.iter_docs()}
                dead = reader.doc_count_all() - len(held)
            stale = [key for key, digest in held.items() if not _is_same(wanted.get(key), digest)]
            fresh = [entry for key, entry in wanted.items() if not _is_same(entry, held.get(key))]
            if stale or fresh:
                is_mostly_dead = dead + len(stale) > len(wanted)
                _write(index, stale, fresh, progress, rewrite=is_mostly_dead)
            self._files.tidy()
            self.written = self._files.generation()
        changed = sum(key in wanted for key in stale)
        return Changes(
            added=len(fresh) - changed,
            changed=changed,
            removed=len(stale) - changed,
            unchanged=len(wanted) - len(fresh),
        )

    def search(self, query: Query) -> Hits:
        return search(query, self._scores())

    def cards(self) -> list[Card]:
        scores = self._scores()
        return [scores.card(number) for number in scores.by_key()]

    def impacts(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        yield from ((term, kept) for term, kept, _ in self.postings())

    def postings(self) -> Iterator[tuple[str, Mapping[int, int], Mapping[int, int]]]:
        scores = self._scores()
        place = {number: at for at, number in enumerate(scores.by_key())}
        for term in scores.vocabulary():
            kept, rest = scores.read_impacts(term)
            if kept:
                yield (
                    term,
                    {place[number]: worth for number, worth in kept.items()},
                    {place[number]: worth for number, worth in rest.items()},
                )

    def words(self) -> Iterator[tuple[str, int]]:
        yield from self._scores().spellings("")

    def signatures(self) -> Iterator[tuple[int, str]]:
        scores = self._scores()
        place = {number: at for at, number in enumerate(scores.by_key())}
        for number, pattern in scores.signatures():
            yield place[number], pattern

    def _scores(self) -> WhooshScores:
        """The index as it is now, opened anew where it has been written since."""
        generation = self._files.generation()
        if self._opened is None or self._opened[0] != generation:
            reader = self._files.open().reader()
            self._opened = generation, WhooshScores(reader, self.synonyms)
        return self._opened[1]


def _is_same(entry: Entry | None, digest: str | None) -> bool:
    return entry is not None and entry.digest == digest


def _write(
    index: FileIndex, stale: list[str], fresh: list[Entry], progress: Progress, *, rewrite: bool
) -> None:
    """One transaction; `rewrite` also makes one file of all, without what was removed earlier."""
    writer = index.writer(limitmb=256)
    try:
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
    writer.commit(optimize=rewrite)


def _document(entry: Entry) -> dict[str, Any]:
    document: dict[str, Any] = {}
    words: set[str] = set()
    lengths: list[int] = []
    for field in SEARCH_FIELDS:
        found = list(tokens(plain(entry.texts.get(field.name, ""))))
        lengths.append(len(found))
        if found:
            document[field.name] = [token.term for token in found]
            words.update(fold(token.word) for token in found)
    document[LENGTHS] = packed_lengths(lengths)
    document[WORDS] = sorted(word for word in words if is_correctable(word))
    for name in FILTERS:
        document[name] = sorted(filter_values(name, entry.card))
    return {
        **document,
        "key": entry.key,
        "digest": entry.digest,
        "card": json.dumps(asdict(entry.card)),
        "signatures": json.dumps(entry.signatures),
        SIGNED: ["yes"] if entry.signatures else [],
    }
