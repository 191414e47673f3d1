from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from kb_builder.index.batch import (
    BatchError,
    BatchQuery,
    read_batch,
    replaced_at_end,
    run_batch,
)
from kb_builder.index.case_index import CaseIndex
from kb_builder.index.entry import Card
from kb_builder.index.query import Hit, Hits, Query


class Parrot:
    """An index that finds a record named for the query, and a page."""

    def __init__(self) -> None:
        self.asked: list[Query] = []

    def search(self, query: Query) -> Hits:
        self.asked.append(query)
        cards = (
            Card("cases/x/", "X", "case", "cases/x.md", id=query.text, source="a/x"),
            Card("guide/#top", "Guide", "page", "guide.md"),
        )
        hits = [Hit(card, 7, "all", (), (), frozenset()) for card in cards]
        return Hits(tuple(hits[: query.limit]), len(hits))


def test_queries_are_read_line_by_line_and_keep_their_ids() -> None:
    data = (
        '\ufeff{"qid": "a", "text": "token\\u2028\u2028 cache", "kind": "plain"}\r\n'
        '\n  \n{"text": "", "qid": 7}\n{"qid": 1.50, "text": "\\ud800"}\n{"qid": 7, "text": "x"}'
    )
    assert read_batch(data.encode(), "q.jsonl") == [
        BatchQuery("a", "token\u2028\u2028 cache"),
        BatchQuery(7, ""),
        BatchQuery(1.5, "\ud800"),
        BatchQuery(7, "x"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"{", "3:2: not JSON: Expecting property name enclosed in double quotes"),
        (b'{"qid": 1, "text": "\xe4"}', "3: byte 0xE4 is not UTF-8"),
        (b"[1, 2]", '3: not a query, as {"qid": 7, "text": "token cache"}'),
        (b'{"text": "x"}', "3: `qid` is missing"),
        (b'{"qid": 1}', "3: `text` is missing"),
        (b'{"qid": null, "text": "x"}', "3: `qid` is neither a text nor a number"),
        (b'{"qid": true, "text": "x"}', "3: `qid` is neither a text nor a number"),
        (b'{"qid": NaN, "text": "x"}', "3: `qid` is neither a text nor a number"),
        (b'{"qid": 1e999, "text": "x"}', "3: `qid` is neither a text nor a number"),
        (b'{"qid": [1], "text": "x"}', "3: `qid` is neither a text nor a number"),
        (b'{"qid": 1, "text": 5}', "3: `text` is not a text"),
        (b'{"qid": ' + b"9" * 5000 + b"}", "3: JSON with a number too long, or nested too deeply"),
        (b"[" * 100_000, "3: JSON with a number too long, or nested too deeply"),
    ],
)
def test_the_first_line_that_is_no_query_is_named(line: bytes, expected: str) -> None:
    data = b'{"qid": 1, "text": "x"}\n\n' + line + b"\nno query either\n"
    with pytest.raises(BatchError) as raised:
        read_batch(data, "q.jsonl")
    assert str(raised.value) == f"q.jsonl:{expected}"


def test_each_query_gets_a_line_in_order() -> None:
    index, told = Parrot(), cast("list[tuple[int, int]]", [])
    batch = [BatchQuery("ö\ud800", "one"), BatchQuery(7, "two")]
    lines = list(
        run_batch(
            cast("CaseIndex", index),
            batch,
            2,
            {"kind": "case"},
            lambda *progress: told.append(progress),
        )
    )
    page = {"id": "guide/#top", "source": "", "score": 7}
    assert [json.loads(line) for line in lines] == [
        {"qid": "ö\ud800", "hits": [{"id": "one", "source": "a/x", "score": 7}, page]},
        {"qid": 7, "hits": [{"id": "two", "source": "a/x", "score": 7}, page]},
    ]
    assert lines[0].startswith('{"qid": "ö\\ud800", '.encode())
    assert all(line.endswith(b"}\n") for line in lines)
    assert index.asked == [Query("one", 2, {"kind": "case"}), Query("two", 2, {"kind": "case"})]
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_file_is_replaced_when_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "run.jsonl").write_text("old")
    (tmp_path / "link").symlink_to("run.jsonl")
    with replaced_at_end(tmp_path / "link") as file:
        file.write(b"new")
        assert (tmp_path / "run.jsonl").read_text() == "old"
    assert (tmp_path / "run.jsonl").read_text() == "new"
    assert (tmp_path / "link").is_symlink()
    assert sorted(f.name for f in tmp_path.iterdir()) == ["link", "run.jsonl"]


def test_a_file_stays_as_it_was_where_writing_fails(tmp_path: Path) -> None:
    def lines() -> Iterator[bytes]:
        yield b"one\n"
        raise KeyboardInterrupt

    (tmp_path / "run.jsonl").write_text("old")
    with pytest.raises(KeyboardInterrupt), replaced_at_end(tmp_path / "run.jsonl") as file:
        file.writelines(lines())
    assert [(f.name, f.read_text()) for f in tmp_path.iterdir()] == [("run.jsonl", "old")]


def test_a_device_is_written_to_and_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with replaced_at_end(Path("/dev/null")) as file:
        file.write(b"gone")
    assert not Path("/dev/null").is_file()
    missing: Any = tmp_path / "missing/run.jsonl"
    with pytest.raises(FileNotFoundError) as raised, replaced_at_end(missing):
        pass
    assert raised.value.filename == str(missing)
