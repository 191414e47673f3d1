"""As many records as wanted, from fewer: copies whose words, codes, ids and titles are others.

`python -m tests.benchmarks.copies NUMBER FOLDER` writes them as a content folder. The corpus comes
first, unchanged; then its copies in turn, until there are enough. The same number gives the same
copies.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path, PurePosixPath

from kb_builder.importers.writer import record_text
from kb_builder.index import Entry
from kb_builder.index.text import excerpt
from kb_builder.load import load_content
from kb_builder.load.content import CASES
from kb_builder.model.fields import MARKDOWN_FIELDS
from kb_builder.model.record import Record
from tests.benchmarks import corpus
from tests.benchmarks.vocabulary import Vocabulary

SHARE = 0.3
"""Of a copy's words, how many are others."""
SEED = 20_261_124
_ID = re.compile(r"KB-(\d{6})")
_IDS_A_ROUND = 10_000
"""Room for the ids of the records that are copied."""


def entries_of(originals: Sequence[Entry], wanted: int) -> Iterator[Entry]:
    """`wanted` entries for an index."""
    yield from originals[:wanted]
    vocabulary = _vocabulary(["\n".join(entry.texts.values()) for entry in originals])
    turns = ((turn, entry) for turn in count(1) for entry in originals)
    for turn, entry in islice(turns, max(0, wanted - len(originals))):
        yield _entry_copy(entry, turn, vocabulary)


def write_content(originals: Path, wanted: int, into: Path) -> None:
    """A content folder of `wanted` records, from the smaller one at `originals`."""
    content = load_content(originals)
    shutil.copytree(originals, into)
    for record in content.records[wanted:]:
        (into / record.file.location).unlink()
    vocabulary = _vocabulary([f"{record.title}\n{_text(record)}" for record in content.records])
    turns = ((turn, record) for turn in count(1) for record in content.records)
    for turn, record in islice(turns, max(0, wanted - len(content.records))):
        inside = record.file.location.relative_to(CASES)
        place = into / _renumbered(str(PurePosixPath(CASES, f"copies-{turn:03}", inside)), turn)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_record_copy(record, turn, vocabulary), encoding="utf-8")


def _vocabulary(texts: Sequence[str]) -> Vocabulary:
    return Vocabulary(texts, SEED)


def _entry_copy(entry: Entry, turn: int, vocabulary: Vocabulary) -> Entry:
    texts = {
        # A record's `about` has its product and its tags, which are few however many records.
        name: text if name == "about" else vocabulary.reworded(text, SHARE)
        for name, text in entry.texts.items()
    }
    texts = {name: _renumbered(text, turn) for name, text in texts.items()}
    key = f"{_renumbered(entry.key, turn)}-{turn}"
    card = dataclasses.replace(
        entry.card,
        url=_renumbered(entry.card.url, turn),
        title=texts.get("title", ""),
        path=_renumbered(entry.card.path, turn),
        id=_renumbered(entry.card.id, turn),
        source=f"{entry.card.source}-{turn}",
        symptom=excerpt(texts.get("symptom") or texts.get("body", "")),
        resolution=excerpt(texts.get("resolution") or texts.get("workaround", "")),
    )
    digest = hashlib.sha256("\0".join((key, *texts.values())).encode()).hexdigest()[:32]
    return dataclasses.replace(entry, key=key, digest=digest, card=card, texts=texts)


def _record_copy(record: Record, turn: int, vocabulary: Vocabulary) -> str:
    fields = dict(record.file.fields or {})
    for name in ("title", *MARKDOWN_FIELDS):
        if isinstance(fields.get(name), str):
            fields[name] = _renumbered(vocabulary.reworded(fields[name], SHARE), turn)
    fields["id"] = _renumbered(record.id, turn)
    fields["source"] = f"{record.source}-{turn}"
    return record_text(fields, _renumbered(vocabulary.reworded(record.body, SHARE), turn))


def _text(record: Record) -> str:
    return "\n".join(
        (record.symptom, record.cause, record.resolution, record.workaround, record.body)
    )


def _renumbered(text: str, turn: int) -> str:
    """The ids in it as those of a turn's copies, so that links within a turn hold."""
    return _ID.sub(lambda match: f"KB-{int(match[1]) + turn * _IDS_A_ROUND:06}", text)


def main(wanted: int, into: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        originals = Path(name, "content")
        corpus.imported(originals)
        write_content(originals, wanted, into)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
