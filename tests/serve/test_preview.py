"""`kb serve`, run as a writer runs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb_builder.check import Example
from kb_builder.check.examples import write_example
from kb_builder.cli.main import run

_PATIENCE_SECONDS = 60


@pytest.fixture
def address(small_site: Path) -> Iterator[str]:
    """The address of a running preview of the small site."""
    (small_site / "content/cases/broken.md").write_text("---\nid: CASE-000001\ntitle: a: b\n---\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from kb_builder.cli.main import main; main()", "serve"]
    server = subprocess.Popen(
        [*command, "-a", f"127.0.0.1:{port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    base = f"http://127.0.0.1:{port}/"
    try:
        wait_for(lambda: "Symptom" in get(f"{base}cases/CASE-000417/"))
        yield base
    finally:
        server.terminate()
        server.wait(10)


def get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return ""


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, "the preview did not come to show it"
        time.sleep(0.2)


def test_a_saved_record_shows_with_its_findings_and_a_broken_file_has_a_page(
    address: str, small_site: Path
) -> None:
    record = f"{address}cases/CASE-000417/"
    assert "kb-findings" not in get(record)
    write_example(Example("severity: A"), small_site / "content")
    wait_for(lambda: "the case is closed at severity" in get(record))
    page = get(record)
    assert "2 findings in" in page
    assert '<a href="../../rules/severity-a-at-closure/">' in page
    assert "lower the case to <code>B</code> in Service Desk" in page
    assert "line 2, column 11" in page
    broken = get(f"{address}cases/broken/")
    assert "line 3, column 9" in broken
    assert "broken-front-matter" in broken


@pytest.mark.usefixtures("small_site")
def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "-a", "8000"]) == 2
    assert capsys.readouterr().err == (
        "kb: the address `8000` is not HOST:PORT, such as 127.0.0.1:8000\n"
    )
