"""What a `kb search` costs at 10,000 records: `python -m tests.benchmarks.terminal [NUMBER]`.

The records are copies of the corpus with changed words. The CPU seconds are those of whole `kb`
processes, beside those of `kb search --help`, which only starts.
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

ASKED = 20
WORDS = 40
COMMANDS = ("check", "build", "serve", "search", "show", "import")


def main(records: int) -> int:
    if not corpus.is_there():
        print(f"{corpus.SHARED} has no corpus and queries; nothing is measured")
        return 0
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        copies.main(records, site / "content")
        (site / "mkdocs.yml").write_text(
            "site_name: Copies\ndocs_dir: content\ntheme: {name: material}\nplugins: [kb_builder]\n"
        )
        _kb(site, "search", "outlook")
        time.sleep(3)  # or a file could still be as new as the index
        _kb(site, "search", "outlook")
        pastes = [question.texts["paste"].split()[:WORDS] for question in corpus.questions()]
        rows = [("kb --help", *_costs(site, [["--help"]] * 5))]
        rows += [(f"kb {each} --help", *_costs(site, [[each, "--help"]] * 5)) for each in COMMANDS]
        asked = [["search", "--", " ".join(words)] for words in pastes if len(words) == WORDS][
            :ASKED
        ]
        rows.append((f"kb search, {WORDS} words, {records:,} records", *_costs(site, asked)))
        print_table(("command", "CPU ms, median", "most"), rows)
    return 0


def _costs(site: Path, runs: Sequence[Sequence[str]]) -> tuple[str, str]:
    """The median and the most of some runs, in CPU milliseconds."""
    costs = [_kb(site, *arguments) * 1000 for arguments in runs]
    return f"{median(costs):.0f}", f"{max(costs):.0f}"


def _kb(site: Path, *arguments: str) -> float:
    """CPU seconds of one run."""
    before = cpu_seconds()
    command = [str(Path(sys.executable).with_name("kb")), *arguments]
    subprocess.run(command, cwd=site, check=True, capture_output=True)
    return cpu_seconds() - before


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
