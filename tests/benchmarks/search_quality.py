"""How well and how fast kb_builder finds, beside its peers in the same run: `make bench`.

CPU times move with the machine and with what else it does: compare them within one run.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.corpus import KINDS, Question
from tests.benchmarks.engines import DEPTH, PEERS, Measured, NotInstalledError, kb_builder
from tests.benchmarks.table import print_table

OURS = "kb_builder"
HEADER = (
    "engine",
    *(f"MRR@{DEPTH} {kind}" for kind in (*KINDS, "all")),
    *(f"success@{depth}" for depth in (1, 5, DEPTH)),
    "empty",
    "index, CPU ms",
    "query, CPU ms",
)


def main() -> int:
    if not corpus.is_there():
        print(f"{corpus.SHARED} has no corpus and queries; nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = corpus.imported(folder / "content")
        records = corpus.documents(found)
        known = {record.source for record in records}
        asked = [question for question in corpus.questions() if question.wanted in known]
        queries = [question.texts[kind] for question in asked for kind in KINDS]
        print(f"{len(records):,} records, {len(queries)} queries with an answer among them\n")
        measured = {OURS: kb_builder(found, queries, folder)}
        missing: dict[str, str] = {}
        for peer, measure in PEERS.items():
            try:
                measured[peer] = measure(records, queries, folder)
            except NotInstalledError as reason:
                missing[peer] = str(reason)
    print_table(HEADER, [_row(name, engine, asked) for name, engine in measured.items()])
    for peer, why in missing.items():
        print(f"{peer}: not measured: {why}")
    print("\n" + _halves(measured[OURS], asked))
    return 0


def _row(name: str, engine: Measured, asked: Sequence[Question]) -> list[str]:
    ranks = _ranks(engine, asked)
    places = [place for by_kind in ranks for place in by_kind.values()]
    per_kind = [_mrr([by_kind[kind] for by_kind in ranks]) for kind in KINDS]
    successes = [
        sum(1 for place in places if place and place <= depth) / len(places)
        for depth in (1, 5, DEPTH)
    ]
    return [
        name,
        *(f"{value:.3f}" for value in (*per_kind, _mrr(places), *successes)),
        str(sum(1 for answer in engine.answers if not answer)),
        f"{engine.indexing_seconds * 1000:,.0f}",
        f"{engine.asking_seconds * 1000 / len(places):,.2f}",
    ]


def _halves(engine: Measured, asked: Sequence[Question]) -> str:
    """What is tuned on one half of the queries shows here whether it holds on the other."""
    ranks = _ranks(engine, asked)
    halves = {
        name: _mrr(
            [
                place
                for question, by_kind in zip(asked, ranks, strict=True)
                if question.line % 2 == rest
                for place in by_kind.values()
            ]
        )
        for name, rest in (("even", 0), ("odd", 1))
    }
    return f"{OURS}, MRR@{DEPTH} all: " + ", ".join(
        f"{name} lines {mrr:.3f}" for name, mrr in halves.items()
    )


def _ranks(engine: Measured, asked: Sequence[Question]) -> list[Mapping[str, int | None]]:
    """The place of the wanted record, question by question and by kind."""
    answers = iter(engine.answers)
    return [{kind: _place(next(answers), question.wanted) for kind in KINDS} for question in asked]


def _place(sources: Sequence[str], wanted: str) -> int | None:
    return sources.index(wanted) + 1 if wanted in sources else None


def _mrr(places: Sequence[int | None]) -> float:
    return sum(1 / place for place in places if place) / max(1, len(places))


if __name__ == "__main__":
    sys.exit(main())
