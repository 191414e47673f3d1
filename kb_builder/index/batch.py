"""Many queries at once: a file of them read, and the file of what was found written.

Both are JSON Lines. A line of the first is `{"qid": 7, "text": "token cache"}`, of the second
`{"qid": 7, "hits": [{"id": "KB-000108", "source": "identity/tokens", "score": 100000}]}`.
"""

from __future__ import annotations

import errno
import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kb_builder.index.case_index import CaseIndex
from kb_builder.index.query import Hit, Query
from kb_builder.model.errors import KbError
from kb_builder.model.progress import Progress, unwatched


class BatchError(KbError):
    """A line of a file of queries is none."""


@dataclass(frozen=True, slots=True)
class BatchQuery:
    qid: str | int | float
    """By which whoever asks knows it again; need not be unique."""
    text: str


def read_batch(data: bytes, name: str) -> list[BatchQuery]:
    """The queries of a file called `name`, blank lines passed over.

    Raises BatchError, with the number of the line, for the first one that is no query.
    """
    lines = enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1)
    return [_query(line, f"{name}:{number}") for number, line in lines if line.strip()]


def run_batch(
    index: CaseIndex,
    batch: Sequence[BatchQuery],
    limit: int,
    filters: Mapping[str, str],
    progress: Progress = unwatched,
) -> Iterator[bytes]:
    """A line of at most `limit` hits for each query, in their order."""
    for done, query in enumerate(batch):
        progress(done, len(batch))
        answer = index.search(Query(query.text, limit, filters))
        found = {"qid": query.qid, "hits": [_found(hit) for hit in answer.hits]}
        # A lone surrogate has no UTF-8, but this escape of it is JSON's own.
        yield json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
    progress(len(batch), len(batch))


@contextmanager
def replaced_at_end(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` once it is whole, and not where that fails."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    beside = target.with_name(f".kb-{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _query(line: bytes, place: str) -> BatchQuery:
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BatchError(f"{place}: byte 0x{line[error.start]:02X} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise BatchError(f"{place}:{error.colno}: not JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise BatchError(f"{place}: JSON with a number too long, or nested too deeply") from None
    if not isinstance(value, dict):
        raise BatchError(f'{place}: not a query, as {{"qid": 7, "text": "token cache"}}')
    for name in ("qid", "text"):
        if name not in value:
            raise BatchError(f"{place}: `{name}` is missing")
    qid, text = value["qid"], value["text"]
    if isinstance(qid, bool) or not isinstance(qid, str | int | float) or not _has_json(qid):
        raise BatchError(f"{place}: `qid` is neither a text nor a number")
    if not isinstance(text, str):
        raise BatchError(f"{place}: `text` is not a text")
    return BatchQuery(qid, text)


def _has_json(value: str | int | float) -> bool:
    """Whether JSON can say it; Python reads NaN and Infinity too."""
    return not isinstance(value, float) or math.isfinite(value)


def _found(hit: Hit) -> dict[str, str | int]:
    card = hit.card
    return {"id": card.id or card.url, "source": card.source, "score": hit.score}
