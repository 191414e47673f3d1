"""What `kb check` takes for files that no writer would write: `python -m tests.benchmarks.check_fuzz`.

Each mutated record is loaded and checked by every rule, its findings are told as text, and in some
of them is fixed what can be. `[NUMBER [FIRST]]` says how many, and the seed of the first. Exits with
1 where a file gives a traceback, or takes more than 2 CPU seconds or more than 200 MB.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from kb_builder.check import check
from kb_builder.check.fixes import mend
from kb_builder.load import load_content
from kb_builder.report.text import lines
from tests.benchmarks.table import print_table
from tests.check.fuzz_files import mutated

CONTENT = Path(__file__).parents[2] / "content"
ORIGINALS = [path.read_bytes() for path in sorted((CONTENT / "cases").rglob("*.md"))]
MOST_SECONDS = 2.0
MOST_MEGABYTES = 200.0
FIXED = 10
"""Of so many files one is fixed too."""
BATCH = 25
PROCESSES = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    seed: int
    seconds: float
    megabytes: float
    """The most that the process has taken since it started, with all files before this one."""
    findings: int
    error: str = ""


def run(seed: int) -> Outcome:
    findings, error, seconds = 0, "", 0.0
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(CONTENT / "taxonomy", root / "taxonomy")
        (root / "cases").mkdir()
        (root / "cases" / "CASE-000001.md").write_bytes(mutated(seed, ORIGINALS))
        began = time.process_time()
        try:
            content = load_content(root)
            found = check(content)
            findings = sum(1 for _ in found)
            for _ in lines(found):
                pass
            seconds = time.process_time() - began
            if seed % FIXED == 0:
                mend(content, lambda source: source.text)
        except Exception:
            error = traceback.format_exc()
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Outcome(seed, seconds, used, findings, error)


def main(wanted: int, first: int = 0) -> int:
    check(load_content(CONTENT))  # so that every process has all modules from the start
    began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fork = multiprocessing.get_context("fork")
    with fork.Pool(PROCESSES, maxtasksperchild=1) as pool:
        outcomes: list[Outcome] = []
        for each in pool.imap_unordered(run, range(first, first + wanted), chunksize=BATCH):
            outcomes.append(each)
            if len(outcomes) % 1000 == 0:
                print(f"{len(outcomes):,} files", file=sys.stderr)
    wrong = [
        each
        for each in outcomes
        if each.error or each.seconds > MOST_SECONDS or each.megabytes > MOST_MEGABYTES
    ]
    for each in sorted(wrong, key=lambda each: each.seed)[:50]:
        print(f"seed {each.seed}: {each.seconds:.2f} s, {each.megabytes:.0f} MB {each.error}")
    slowest = max(outcomes, key=lambda each: each.seconds)
    largest = max(outcomes, key=lambda each: each.megabytes)
    rows = [
        ("files", f"{len(outcomes):,}"),
        ("with findings", f"{sum(each.findings > 0 for each in outcomes):,}"),
        ("findings", f"{sum(each.findings for each in outcomes):,}"),
        ("with a traceback", str(sum(bool(each.error) for each in outcomes))),
        ("CPU seconds, most", f"{slowest.seconds:.2f} (seed {slowest.seed})"),
        (
            "MB, most",
            f"{largest.megabytes:.0f} (batch of seed {largest.seed}; {began:.0f} to begin)",
        ),
        ("over a limit", str(len(wrong))),
    ]
    print_table(("", "mutated files"), rows)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["20000"])))
