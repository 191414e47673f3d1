from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.check import check
from kb_builder.load import load_content
from tests.check.fuzz_files import mutated
from tests.conftest import PROJECT

ORIGINALS = [path.read_bytes() for path in sorted((PROJECT / "content/cases").rglob("*.md"))]
A_RUN = 20


@pytest.mark.parametrize("first", range(0, 200, A_RUN))
def test_whatever_a_file_holds_gives_diagnostics_and_no_traceback(
    first: int, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    for seed in range(first, first + A_RUN):
        (cases / f"CASE-{seed:06}.md").write_bytes(mutated(seed, ORIGINALS))
    found = check(load_content(tmp_path))
    paths = {diagnostic.span.path for diagnostic in found}
    assert len(paths) > A_RUN // 2
    assert all(diagnostic.message and diagnostic.span.line >= 1 for diagnostic in found)


def test_a_seed_always_gives_the_same_file() -> None:
    assert [mutated(n, ORIGINALS) for n in range(20)] == [mutated(n, ORIGINALS) for n in range(20)]
