"""What `kb check` costs at 10,000 records: `python -m tests.benchmarks.check_speed [NUMBER]`.

The records are copies of the corpus with changed words. The CPU seconds and the memory are those of
a whole `kb` process; then those of each rule, in the order in which they run, so that the first rule
that needs a text without its code pays for the others.
"""

from __future__ import annotations

import dataclasses
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kb_builder.check import all_rules, check
from kb_builder.cli.collector import without_collector
from kb_builder.load import load_content
from tests.benchmarks import copies, corpus
from tests.benchmarks.cpu import cpu_seconds
from tests.benchmarks.table import print_table

SHOWN = 10


def main(records: int) -> int:
    if not corpus.is_there():
        print(f"{corpus.SHARED} has no corpus and queries; nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as name:
        content = Path(name, "content")
        copies.main(records, content)
        before = cpu_seconds()
        _kb("check", str(content))
        total = cpu_seconds() - before
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print_table(
            ("", f"kb check, {records:,} records"),
            [("CPU seconds", f"{total:.1f}"), ("MB", f"{megabytes:.0f}")],
        )
        print_table(("stage or rule", "CPU seconds"), _stages(content))
    return 0


def _kb(*arguments: str) -> None:
    command = [str(Path(sys.executable).with_name("kb")), *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _stages(content: Path) -> Iterator[tuple[str, str]]:
    """What loading takes, checking, and the rules that take most."""
    with without_collector():
        before = time.process_time()
        loaded = load_content(content)
        yield "loading", f"{time.process_time() - before:.2f}"
        taken: Counter[str] = Counter()
        rules = [
            dataclasses.replace(
                rule,
                check_source=_timed(rule.check_source, rule.name, taken),
                check_record=_timed(rule.check_record, rule.name, taken),
                check_content=_timed(rule.check_content, rule.name, taken),
            )
            for rule in all_rules()
        ]
        before = time.process_time()
        check(loaded, rules)
        yield f"all {len(rules)} rules", f"{time.process_time() - before:.2f}"
    for name, seconds in taken.most_common(SHOWN):
        yield name, f"{seconds:.2f}"


def _timed(
    run: Callable[..., Iterator[Any]] | None, name: str, taken: Counter[str]
) -> Callable[..., Iterator[Any]] | None:
    if run is None:
        return None

    def timed(*arguments: Any) -> Iterator[Any]:
        before = time.process_time()
        found = list(run(*arguments))
        taken[name] += time.process_time() - before  # type: ignore[assignment]
        return iter(found)

    return timed


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["10000"])))
