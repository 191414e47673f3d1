"""What `kb check --since` costs at 10,000 records: `python -m tests.benchmarks.changed [NUMBER]`.

The records are copies of the corpus with changed words, all committed. Some are changed then, and
whole `kb` processes are measured by the clock and in CPU seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import copies, corpus
from tests.benchmarks.cpu import cpu_seconds
from tests.benchmarks.table import print_table
from tests.load.repository import commit

CHANGED = (0, 1, 10, 100)
RUNS = 5


def main(records: int) -> int:
    if not corpus.is_there():
        print(f"{corpus.SHARED} has no corpus; nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        copies.main(records, site / "content")
        (site / "mkdocs.yml").write_text("docs_dir: content\nplugins: [kb_builder]\n")
        commit(site)
        files = sorted((site / "content/cases").rglob("*.md"))
        rows = []
        for number in CHANGED:
            for file in files[:: max(1, len(files) // number)][:number] if number else ():
                file.write_text(f"{file.read_text(encoding='utf-8')}\nMore.\n", encoding="utf-8")
            runs = [_cost(site) for _ in range(RUNS)]
            rows.append((f"{number:,} changed of {records:,}", *_medians(runs)))
        print_table(("files", "s, median", "CPU s, median"), rows)
    return 0


def _medians(runs: Sequence[tuple[float, float]]) -> tuple[str, str]:
    wall, cpu = zip(*runs, strict=True)
    return f"{median(wall):.2f}", f"{median(cpu):.2f}"


def _cost(site: Path) -> tuple[float, float]:
    """Seconds by the clock, and CPU seconds, of one run."""
    before, start = cpu_seconds(), time.perf_counter()
    command = [str(Path(sys.executable).with_name("kb")), "check", "--since", "HEAD"]
    ended = subprocess.run(command, cwd=site, check=False, capture_output=True)
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())
    return time.perf_counter() - start, cpu_seconds() - before


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
