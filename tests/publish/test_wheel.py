"""The wheel, installed where nothing else of the project is."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from kb_builder.check import Example
from kb_builder.check.examples import write_example
from tests.conftest import MKDOCS_YML, PROJECT


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_builds_a_site_in_another_folder_with_its_own_templates(tmp_path: Path) -> None:
    """The packages it depends on are taken from here, so that the test needs no registry."""
    run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", tmp_path / "dist", PROJECT,
        cwd=tmp_path,
    )  # fmt: skip
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=tmp_path)
    (packages,) = (tmp_path / "env").rglob("site-packages")
    # A folder that a .pth file names has its own .pth files ignored: that of our working tree too.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))

    site = tmp_path / "elsewhere"
    write_example(Example(), site / "content")
    (site / "mkdocs.yml").write_text(MKDOCS_YML)
    where = run(scripts / "python", "-c", "import kb_builder; print(kb_builder.__file__)", cwd=site)
    assert Path(where.strip()).is_relative_to(packages)
    run(scripts / "kb", "build", cwd=site)
    assert "Symptom" in (site / "site/cases/CASE-000417/index.html").read_text()
    for asset in ("site.js", "search.js", "site.css", "fonts/inter-latin-wght-normal.woff2"):
        assert (site / "site/assets/kb" / asset).is_file(), asset
    found = run(scripts / "kb", "search", "HID50011", cwd=site)
    assert found.startswith("CASE-000417\t")
